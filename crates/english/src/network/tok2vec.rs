use super::WIDTH;
use super::dense::read_step;
use super::maxout::{Maxout, ROWS};
use super::simd::{maxout, quantise, residual, sum_rows};
use crate::hash::row_keys;
use crate::lexicon::Lexeme;
use crate::model::{Bytes, ModelError};
use crate::tokenizer::RawToken;

/// Features of a word type that have an embedding: norm, prefix, suffix, shape.
const FEATURES: usize = 4;
/// Tokens on either side that a token's vector depends on: one for each window layer.
const REACH: usize = 4;

/// A hash embedding: rows of signed bytes, each with its scale.
#[derive(Debug)]
struct Table {
    seed: u32,
    scales: Vec<f32>,
    rows: Vec<i8>,
}

impl Table {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, ModelError> {
        let seed = bytes.u32()?;
        let count = bytes.count()?;
        if count == 0 {
            return Err(ModelError::Inconsistent("an embedding without rows"));
        }
        let scales = bytes.floats(count)?;
        let size = count.checked_mul(WIDTH).ok_or(ModelError::Truncated)?;
        let rows = bytes
            .take(size)?
            .iter()
            .map(|&byte| i8::from_le_bytes([byte]))
            .collect();
        Ok(Self { seed, scales, rows })
    }

    /// The sum of the four rows that a feature is hashed to.
    fn sum(&self, feature: u64, per_step: f32, out: &mut [i16]) {
        let rows = row_keys(feature, self.seed).map(|key| {
            let row = key as usize % self.scales.len();
            (&self.rows[row * WIDTH..][..WIDTH], self.scales[row])
        });
        sum_rows(rows, per_step, out);
    }
}

/// The network that gives each token a vector: embeddings of its word type, then four layers over windows of three
/// tokens, with residual connections.
#[derive(Debug)]
pub(crate) struct Tok2Vec {
    tables: Vec<Table>,
    embed_per_step: f32,
    embed: Maxout,
    /// What not being and being followed by a space adds to the first layer; then white space likewise.
    /// Empty where the network does not look at either.
    extra: Vec<[Vec<f32>; 2]>,
    per_step: f32,
    layers: Vec<Maxout>,
}

/// The first layer's outputs of the word types of a lexicon, in its order; for each, one or two variants: not followed
/// by a space, and followed by one.
#[derive(Debug, Default)]
pub(crate) struct Embedded {
    values: Vec<f32>,
}

impl Embedded {
    pub(crate) fn clear(&mut self) {
        self.values.clear();
    }
}

/// The vectors of the tokens of a piece of work, and room to compute them in.
#[derive(Debug, Default)]
pub(crate) struct Vectors {
    values: Vec<f32>,
    input: Vec<i16>,
    output: Vec<i16>,
}

impl Vectors {
    /// The tokens' vectors, quantised: `WIDTH` numbers each.
    pub(crate) fn quantised(&self) -> &[i16] {
        let rows = self.input.len() / WIDTH;
        self.input
            .get(REACH * WIDTH..rows.saturating_sub(REACH) * WIDTH)
            .unwrap_or_default()
    }
}

impl Tok2Vec {
    /// Reads a network with that many `extra` features of a token.
    pub(crate) fn read(bytes: &mut Bytes<'_>, extra: usize) -> Result<Self, ModelError> {
        let tables = (0..FEATURES)
            .map(|_| Table::read(bytes))
            .collect::<Result<_, _>>()?;
        let embed_step = read_step(bytes)?;
        let embed = Maxout::read(bytes, FEATURES * WIDTH, embed_step)?;
        let extra = (0..extra)
            .map(|_| Ok([bytes.floats(ROWS)?, bytes.floats(ROWS)?]))
            .collect::<Result<_, _>>()?;
        let step = read_step(bytes)?;
        let layers = (0..REACH)
            .map(|_| Maxout::read(bytes, ROWS, step))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            tables,
            embed_per_step: 1.0 / embed_step,
            embed,
            extra,
            per_step: 1.0 / step,
            layers,
        })
    }

    fn variants(&self) -> usize {
        if self.extra.is_empty() { 1 } else { 2 }
    }

    /// Computes the first layer for the word types that have none yet.
    pub(crate) fn embed(&self, lexemes: &[Lexeme], embedded: &mut Embedded) {
        let done = embedded.values.len() / (self.variants() * WIDTH);
        let mut quantised = [0; FEATURES * WIDTH];
        let mut product = [0; ROWS];
        let mut out = [0.0; WIDTH];
        for lexeme in lexemes.iter().skip(done) {
            let features = self.tables.iter().zip(&lexeme.features);
            for ((table, &feature), out) in features.zip(quantised.chunks_exact_mut(WIDTH)) {
                table.sum(feature, self.embed_per_step, out);
            }
            self.embed.dense.product(&quantised, 0, 1, &mut product);
            if let [spaced, space] = &*self.extra {
                let space = &space[usize::from(lexeme.is_space)];
                for spaced in spaced {
                    maxout(self.embed.normalised(), &product, &[spaced, space], &mut out);
                    embedded.values.extend_from_slice(&out);
                }
            } else {
                maxout(self.embed.normalised(), &product, &[], &mut out);
                embedded.values.extend_from_slice(&out);
            }
        }
    }

    /// Computes the vectors of `tokens`, whose word types are all in `embedded`.
    pub(crate) fn encode(&self, tokens: &[RawToken], embedded: &Embedded, vectors: &mut Vectors) {
        let rows = tokens.len() + 2 * REACH;
        let Vectors {
            values,
            input,
            output,
        } = vectors;
        values.clear();
        values.resize(REACH * WIDTH, 0.0);
        for token in tokens {
            let variant = usize::from(token.spaced && self.variants() == 2);
            let at = (token.lexeme.index() * self.variants() + variant) * WIDTH;
            values.extend_from_slice(&embedded.values[at..at + WIDTH]);
        }
        values.resize(rows * WIDTH, 0.0);
        input.resize(rows * WIDTH, 0);
        output.resize(rows * WIDTH, 0);
        quantise(values, self.per_step, input);
        let mut products = [0; 4 * ROWS];
        for (depth, layer) in self.layers.iter().enumerate() {
            // The text's ends are padded with zeros; what is farther away than the layers above can see is left out.
            let mut row = depth + 1;
            let end = rows - row;
            while row < end {
                let count = (end - row).min(4);
                layer
                    .dense
                    .product(&input[(row - 1) * WIDTH..], WIDTH, count, &mut products);
                let place = row * WIDTH..(row + count) * WIDTH;
                let (values, output) = (&mut values[place.clone()], &mut output[place]);
                residual(layer.normalised(), &products, self.per_step, values, output);
                row += count;
            }
            core::mem::swap(input, output);
        }
    }
}
