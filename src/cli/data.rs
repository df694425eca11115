//! Files of questions in bAbI format.

use std::fs;
use std::path::{Path, PathBuf};

use memnet::tasks::babi;
use memnet::training::TaskData;

use super::Failure;

/// The files that a path stands for: a file itself; of a folder its `*_test.txt` files, or all its
/// `*.txt` files where there is none of those, in the order of their task numbers.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path).map_err(|cause| Failure::reading(path, cause))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    if files.iter().any(|file| is_test(file)) {
        files.retain(|file| is_test(file));
    }
    if files.is_empty() {
        return Err(Failure::new(
            format!("{} holds no *.txt file", path.display()),
            "name a file in bAbI format, or a folder of such files",
        ));
    }
    files.sort_by_key(|file| (task_number(file), file.clone()));
    Ok(files)
}

/// The files that arguments of the form `PATH` or `PATH=SHARE` stand for, each with its share, or
/// with `share` where none is given. Of a file that is named twice the later share counts.
pub fn shares(arguments: &[String], share: f64) -> Result<Vec<(PathBuf, f64)>, Failure> {
    let mut shares: Vec<(PathBuf, f64)> = Vec::new();
    for argument in arguments {
        let (path, share) = match argument.rsplit_once('=') {
            Some((path, share)) => (path, parse_share(share)?),
            None => (argument.as_str(), share),
        };
        for file in files(Path::new(path))? {
            shares.retain(|(known, _)| *known != file);
            shares.push((file, share));
        }
    }
    Ok(shares)
}

fn parse_share(text: &str) -> Result<f64, Failure> {
    let share = text
        .parse()
        .ok()
        .filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| {
        Failure::misuse(
            format!("{text} is no share"),
            "write a number from 0 to 1 after the =",
        )
    })
}

/// Reads the stories of one file.
pub fn read(file: &Path) -> Result<TaskData, Failure> {
    let text = fs::read_to_string(file).map_err(|cause| Failure::reading(file, cause))?;
    let stories = babi::read(&file.display().to_string(), &text).map_err(|error| {
        Failure::new(
            format!("{} is not in bAbI format", file.display()),
            "mend the line, or see the format in `memnet generate --task 1 --questions 5`",
        )
        .because(error)
    })?;
    Ok(TaskData {
        task: task_name(file),
        stories,
    })
}

/// The task a file is about: its name without `.txt` and the part it plays (`_train` …), so that
/// files of the same task count together.
fn task_name(file: &Path) -> String {
    let stem = stem(file);
    let parts = ["_train", "_valid", "_test"];
    let plain = parts.iter().find_map(|part| stem.strip_suffix(part));
    plain.unwrap_or(&stem).to_owned()
}

/// The number in `qa7_counting`; files without one come last.
fn task_number(file: &Path) -> u64 {
    let digits: String = stem(file)
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap_or(u64::MAX)
}

fn is_test(file: &Path) -> bool {
    stem(file).ends_with("_test")
}

fn stem(file: &Path) -> String {
    file.file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_task_share_its_name() {
        for part in ["train", "valid", "test"] {
            let file = PathBuf::from(format!("data/qa12_conjunction_{part}.txt"));
            assert_eq!(task_name(&file), "qa12_conjunction");
            assert_eq!(task_number(&file), 12);
        }
        assert_eq!(task_name(Path::new("my_questions.txt")), "my_questions");
    }
}
