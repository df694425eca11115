//! The attention as a picture.

use super::super::Heatmap;
use super::super::heatmap::{columns, shortened};
use super::Palette;
use crate::locale::Texts;

/// What the picture says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caption<'a> {
    /// Its heading, such as the question and the answer; also what assistive technology calls it.
    pub title: &'a str,
    /// What it shows, in words, for people who don't see it.
    pub description: &'a str,
}

/// The most columns of text of a sentence that are shown.
const LABEL: usize = 64;

/// About how wide a column of text is set.
const COLUMN: usize = 8;

/// How high a row is, where in it the text stands, how wide a cell is, and how wide the margin.
const ROW: usize = 28;
const BASELINE: usize = 19;
const CELL: usize = 72;
const MARGIN: usize = 20;

/// Where the first row begins: below the margin, the heading and the names of the hops.
const TOP: usize = MARGIN + 2 * ROW;

/// The attention as a picture that stands alone (SVG 1.1): a row for each remembered sentence, a
/// column for each hop.
pub fn svg(heatmap: &Heatmap, caption: Caption<'_>, palette: &Palette, texts: &Texts) -> String {
    let labels: Vec<String> = heatmap
        .rows
        .iter()
        .map(|row| shortened(&row.text, LABEL))
        .collect();
    let last = heatmap.rows.last().map_or(0, |row| row.sentence + 1);
    let label = MARGIN + COLUMN * (last.to_string().len() + 1);
    let longest = labels.iter().map(|label| columns(label)).max();
    let cells = label + COLUMN * (longest.unwrap_or_default() + 2);
    let heading = MARGIN + COLUMN * (columns(caption.title) + 2);
    let width = (cells + CELL * heatmap.hops).max(heading) + MARGIN;
    let height = TOP + ROW * heatmap.rows.len() + MARGIN;

    let mut picture = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"title description\" \
         font-family=\"system-ui, sans-serif\" font-size=\"14\">\n\
         <title id=\"title\">{}</title>\n<desc id=\"description\">{}</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        escaped(caption.title),
        escaped(caption.description),
        palette.paper
    );
    picture += &text([MARGIN, MARGIN], "start", palette.ink, caption.title);
    for hop in 0..heatmap.hops {
        let place = [cells + CELL * hop + CELL / 2, MARGIN + ROW];
        let name = texts.attention.hop(hop + 1);
        picture += &text(place, "middle", palette.muted, &name);
    }
    for (at, (row, words)) in heatmap.rows.iter().zip(&labels).enumerate() {
        let top = TOP + ROW * at;
        let number = (row.sentence + 1).to_string();
        picture += &format!(
            "<path d=\"M{MARGIN} {top}H{}\" stroke=\"{}\"/>\n",
            width - MARGIN,
            palette.hairline
        );
        picture += &text([label - COLUMN, top], "end", palette.muted, &number);
        picture += &text([label, top], "start", palette.ink, words);
        for (hop, &cell) in row.cells.iter().enumerate() {
            let left = cells + CELL * hop;
            picture += &format!(
                "<rect x=\"{left}\" y=\"{top}\" width=\"{CELL}\" height=\"{ROW}\" fill=\"{}\"/>\n",
                palette.fill(cell)
            );
            let place = [left + CELL / 2, top];
            picture += &text(place, "middle", palette.figure(cell), &cell.number(texts));
        }
    }
    picture + "</svg>\n"
}

/// A line of text in the row that begins at a place.
fn text([x, top]: [usize; 2], anchor: &str, colour: &str, words: &str) -> String {
    let y = top + BASELINE;
    let words = escaped(words);
    format!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{words}</text>\n")
}

/// A text that means nothing to XML, without the characters that it has no place for.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::super::{explain, fixtures};
    use super::*;
    use crate::locale::ENGLISH;

    fn picture(story: &str) -> String {
        let found = explain(&fixtures::model(4), story, "Where is Mary?").unwrap();
        let caption = Caption {
            title: "Where is Mary? – “garden”",
            description: &found.summary(&ENGLISH),
        };
        svg(
            &Heatmap::new(story, &found),
            caption,
            &Palette::LIGHT,
            &ENGLISH,
        )
    }

    #[test]
    fn the_picture_has_a_row_for_each_sentence_and_names_itself() {
        let picture = picture("Mary went. John slept. Mary slept.");
        assert_eq!(picture.matches("<rect ").count(), 1 + 3 * fixtures::HOPS);
        assert_eq!(picture.matches("<path ").count(), 3);
        assert!(picture.contains(">Hop 2</text>") && picture.contains(">John slept.</text>"));
        assert!(picture.contains("<title id=\"title\">Where is Mary?"));
        assert!(picture.contains("<desc id=\"description\">Hop 1 reads sentence"));
    }

    #[test]
    fn nothing_that_is_typed_becomes_markup() {
        let picture = picture("<script>alert(1)</script> & \"Mary\" \u{1} went.");
        assert!(picture.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Mary&quot;"));
        assert!(!picture.contains("<script") && !picture.contains('\u{1}'));
    }
}
