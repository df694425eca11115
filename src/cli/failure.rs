//! What went wrong, why, and what to do about it.

use std::error::Error;
use std::fmt;
use std::path::Path;
use std::process::ExitCode;

/// A command that did not do what was asked. It is shown in three parts: what failed, its cause
/// and a remedy.
#[derive(Debug)]
pub struct Failure {
    what: String,
    cause: Option<Box<dyn Error>>,
    remedy: String,
    misuse: bool,
}

impl Failure {
    /// Something failed.
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            cause: None,
            remedy: remedy.into(),
            misuse: false,
        }
    }

    /// The command was asked for something that makes no sense.
    pub fn misuse(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            misuse: true,
            ..Self::new(what, remedy)
        }
    }

    /// Adds the cause.
    pub fn because(self, cause: impl Error + 'static) -> Self {
        Self {
            cause: Some(Box::new(cause)),
            ..self
        }
    }

    /// A file could not be read.
    pub fn reading(path: &Path, cause: std::io::Error) -> Self {
        let what = format!("{} cannot be read", path.display());
        Self::new(what, "check that the path is right and the file readable").because(cause)
    }

    /// A file could not be written.
    pub fn writing(path: &Path, cause: std::io::Error) -> Self {
        let what = format!("{} cannot be written", path.display());
        Self::new(
            what,
            "check that the folder exists, is writable and has space",
        )
        .because(cause)
    }

    /// 1 for a failure, 2 for misuse.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(if self.misuse { 2 } else { 1 })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.what)?;
        if let Some(cause) = &self.cause {
            write!(f, "\n  cause:  {cause}")?;
        }
        write!(f, "\n  remedy: {}", self.remedy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_cause_and_remedy() {
        let cause = std::io::Error::other("disk on fire");
        let text = Failure::reading(Path::new("story.txt"), cause).to_string();
        assert_eq!(
            text,
            "error: story.txt cannot be read\n  cause:  disk on fire\n  remedy: check that the path is right and the file readable"
        );
    }
}
