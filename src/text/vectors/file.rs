//! The file of word vectors; [`Vectors::load`] says what it holds.

use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};

use super::{PIECES, Vectors, VectorsError, WordList};

pub(super) fn read(file: &[u8]) -> Result<Vectors, VectorsError> {
    let file = SafeTensors::deserialize(file)?;
    let codebook = Part {
        name: "codebook",
        dtype: Dtype::I8,
        expected: "an I8 tensor of groups × 256 × width",
    };
    let codes = Part {
        name: "codes",
        dtype: Dtype::U8,
        expected: "a U8 tensor of words × groups",
    };
    let words = Part {
        name: "words",
        dtype: Dtype::U8,
        expected: "a U8 tensor of one dimension",
    };
    let ([groups, PIECES, width], pieces) = codebook.read(&file)? else {
        return Err(codebook.wrong());
    };
    let ([vectors, each], bytes) = codes.read(&file)?;
    let ([_], list) = words.read(&file)?;
    if groups == 0 || width == 0 {
        return Err(codebook.wrong());
    }
    if each != groups {
        return Err(codes.wrong());
    }
    let list = read_words(list)?;
    if list.len() != vectors {
        return Err(VectorsError::Count {
            words: list.len(),
            vectors,
        });
    }
    let codebook = pieces
        .iter()
        .map(|byte| f32::from(byte.cast_signed()))
        .collect();
    Ok(Vectors::new(list, codebook, bytes.to_vec(), groups))
}

pub(super) fn write(vectors: &Vectors) -> Result<Vec<u8>, VectorsError> {
    let Vectors { groups, width, .. } = *vectors;
    // The numbers of a codebook are whole, from −127 to 127.
    let codebook: Vec<u8> = vectors
        .codebook
        .iter()
        .map(|number| (*number as i8).cast_unsigned())
        .collect();
    let words = write_words(&vectors.words);
    let tensors = [
        (
            "codebook",
            TensorView::new(Dtype::I8, vec![groups, PIECES, width], &codebook)?,
        ),
        (
            "codes",
            TensorView::new(Dtype::U8, vec![vectors.len(), groups], &vectors.codes)?,
        ),
        (
            "words",
            TensorView::new(Dtype::U8, vec![words.len()], &words)?,
        ),
    ];
    Ok(safetensors::serialize(tensors, None)?)
}

/// What a tensor of the file must be.
struct Part {
    name: &'static str,
    dtype: Dtype,
    expected: &'static str,
}

impl Part {
    fn wrong(&self) -> VectorsError {
        VectorsError::Part {
            name: self.name,
            expected: self.expected,
        }
    }

    /// The sizes of the tensor, and its bytes.
    fn read<'file, const N: usize>(
        &self,
        file: &SafeTensors<'file>,
    ) -> Result<([usize; N], &'file [u8]), VectorsError> {
        let tensor = file.tensor(self.name).map_err(|_| self.wrong())?;
        let shape = tensor.shape().try_into().map_err(|_| self.wrong())?;
        if tensor.dtype() != self.dtype {
            return Err(self.wrong());
        }
        Ok((shape, tensor.data()))
    }
}

fn read_words(bytes: &[u8]) -> Result<WordList, VectorsError> {
    let mut list = WordList::default();
    let mut before = Vec::new();
    let mut rest = bytes;
    while let Some((&shared, after)) = rest.split_first() {
        let damaged = || VectorsError::Words(list.len());
        let shared = usize::from(shared);
        let end = after
            .iter()
            .position(|&byte| byte == b'\n')
            .filter(|_| shared <= before.len())
            .ok_or_else(damaged)?;
        before.truncate(shared);
        before.extend_from_slice(&after[..end]);
        let word = std::str::from_utf8(&before).map_err(|_| damaged())?;
        if !list.push(word) {
            return Err(VectorsError::Words(list.len()));
        }
        rest = &after[end + 1..];
    }
    Ok(list)
}

fn write_words(list: &WordList) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut before: &[u8] = &[];
    for at in 0..list.len() {
        let word = list.get(at).as_bytes();
        let alike = before.iter().zip(word).take_while(|(a, b)| a == b).count();
        let shared = u8::try_from(alike).unwrap_or(u8::MAX);
        bytes.push(shared);
        bytes.extend_from_slice(&word[usize::from(shared)..]);
        bytes.push(b'\n');
        before = word;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(words: &[&str]) -> WordList {
        let mut list = WordList::default();
        assert!(words.iter().all(|word| list.push(word)));
        list
    }

    fn file(words: &[u8], codes: (&[usize], &[u8]), codebook: (&[usize], &[u8])) -> Vec<u8> {
        let views = [
            ("words", Dtype::U8, &[words.len()][..], words),
            ("codes", Dtype::U8, codes.0, codes.1),
            ("codebook", Dtype::I8, codebook.0, codebook.1),
        ]
        .map(|(name, dtype, shape, bytes)| {
            (name, TensorView::new(dtype, shape.to_vec(), bytes).unwrap())
        });
        safetensors::serialize(views, None).unwrap()
    }

    #[test]
    fn words_survive_the_file_whatever_they_share() {
        let long = "x".repeat(300);
        let longer = long.clone() + "y";
        let list = list(&["a", "ab", "abacus", "cafe", "café", "cafë", &long, &longer]);
        assert_eq!(read_words(&write_words(&list)).unwrap(), list);
        assert_eq!(read_words(&[]).unwrap(), WordList::default());
    }

    #[test]
    fn a_damaged_list_of_words_is_refused() {
        for (at, bytes) in [
            (0, &b"\0ab"[..]),
            (0, b"\0\n"),
            (0, b"\x01a\n"),
            (1, b"\0ab\n\0ab\n"),
            (1, b"\0ab\n\0aa\n"),
            (1, b"\0ab\n\x03c\n"),
            (0, b"\0\xff\n"),
        ] {
            match read_words(bytes) {
                Err(VectorsError::Words(found)) => assert_eq!(found, at, "{bytes:?}"),
                other => panic!("{bytes:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_file_of_other_sizes_is_refused() {
        let codebook = [1; 2 * PIECES];
        let whole = (&[2, PIECES, 1][..], &codebook[..]);
        let words = b"\0ab\n\x01c\n";
        let refuse = |words, codes, codebook| {
            Vectors::load(&file(words, codes, codebook))
                .unwrap_err()
                .to_string()
        };
        assert!(Vectors::load(&file(words, (&[2, 2], &[0; 4]), whole)).is_ok());
        assert_eq!(
            refuse(words, (&[1, 2], &[0; 2]), whole),
            "there are 2 words and 1 vectors"
        );
        assert_eq!(
            refuse(words, (&[2, 1], &[0; 2]), whole),
            "the word vectors should have a U8 tensor of words × groups, named codes"
        );
        for shape in [&[1, 2, PIECES][..], &[2 * PIECES]] {
            assert_eq!(
                refuse(words, (&[2, 2], &[0; 4]), (shape, &codebook)),
                "the word vectors should have an I8 tensor of groups × 256 × width, named codebook"
            );
        }
        assert!(refuse(words, (&[2, 0], &[]), (&[0, PIECES, 1], &[])).contains("codebook"));
        assert!(refuse(words, (&[2, 2], &[0; 4]), (&[2, PIECES, 0], &[])).contains("codebook"));
    }
}
