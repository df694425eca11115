//! Lines of stories, made of forms with slots for names.

use rand_pcg::Pcg32;

use super::UNKNOWN;
use crate::tasks::babi::{Line, Question};
use crate::tasks::words::any;
use crate::text::capitalised;

/// The slots of a form and what to fill them with.
pub(super) type Slots<'a> = [(&'a str, &'a str)];

/// A statement in any of the forms.
pub(super) fn statement(forms: &[&str], slots: &Slots<'_>, rng: &mut Pcg32) -> Line {
    Line::Statement(fill(any(forms, rng), slots))
}

/// A question in any of the forms.
pub(super) fn question(
    forms: &[&str],
    slots: &Slots<'_>,
    answer: &str,
    supporting: &[usize],
    rng: &mut Pcg32,
) -> Line {
    Line::Question(Question {
        text: fill(any(forms, rng), slots),
        answer: answer.to_owned(),
        supporting: supporting.to_vec(),
    })
}

/// A question in any of the forms, about what the story doesn't say.
pub(super) fn unanswered(forms: &[&str], slots: &Slots<'_>, rng: &mut Pcg32) -> Line {
    question(forms, slots, UNKNOWN, &[], rng)
}

/// The form with its slots filled and a capital at its head.
fn fill(form: &str, slots: &Slots<'_>) -> String {
    let mut said = form.to_owned();
    for (slot, value) in slots {
        said = said.replace(slot, value);
    }
    capitalised(&said)
}
