//! The bAbI file format, story generators and the catalogue of the 20 tasks.

pub mod babi;

/// stub
pub fn generate(_: u8, _: usize, _: u64) -> Result<Vec<babi::Story>, babi::FormatError> {
    Ok(Vec::new())
}
