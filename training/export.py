#!/usr/bin/env python3
"""Trained weights to the compact file that the engine reads.

    export.py WEIGHTS.npz RATES OUT EXAMPLES...

EXAMPLES are the examples trained on: rows of embedding tables that they never use are written as zeros. The layout is in README.md.
"""
import argparse
import struct

import numpy as np
import torch

from train import JUDGED, LEVELS, Network, load

LARGEST_WEIGHT = 511


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def floats(values):
    return np.ascontiguousarray(values, "<f4").tobytes()


def table(rows, used):
    """Signed bytes a row, each row with a scale of which the upper 16 bits are kept."""
    rows = np.where(used[:, None], rows, 0).astype(np.float32)
    scale = np.abs(rows).max(1) / LEVELS
    # Rounded up, so that no value leaves the range.
    bits = (scale.astype("<f4").view("<u4") + 0xFFFF) >> 16
    bits[scale == 0] = 0
    kept = (bits.astype("<u4") << 16).view("<f4")
    steps = np.where(kept[:, None] > 0, rows / np.where(kept > 0, kept, 1)[:, None], 0)
    return bits.astype("<u2").tobytes() + np.round(steps).clip(-LEVELS, LEVELS).astype(np.int8).tobytes()


def dense(weights, bias):
    """12-bit weights with a scale a row, low bytes before high ones, and biases."""
    scale = np.maximum(np.abs(weights).max(1), 1e-9) / LARGEST_WEIGHT
    steps = np.round(weights / scale[:, None]).astype("<i2")
    planes = steps.reshape(-1).view(np.uint8).reshape(-1, 2).T
    return floats(scale) + np.ascontiguousarray(planes).tobytes() + floats(bias)


def gru(state, name):
    part = lambda kind, side: state[f"{name}.{kind}_l0{side}"].numpy()
    out = dense(np.concatenate([part("weight_ih", s) for s in ("", "_reverse")]),
                 np.concatenate([part("bias_ih", s) for s in ("", "_reverse")]))
    for side in ("", "_reverse"):
        out += dense(part("weight_hh", side), part("bias_hh", side))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("rates")
    parser.add_argument("out")
    parser.add_argument("examples", nargs="+")
    args = parser.parse_args()
    saved = np.load(args.weights)
    header, data = load(args.examples[0])
    for path in args.examples[1:]:
        data += load(path)[1]
    net = Network(header)
    state = {k: torch.from_numpy(saved[k]) for k in saved.files if k not in ("header", "thresholds")}
    net.load_state_dict(state)
    used = [np.zeros(rows, bool) for rows in header[1::2]]
    used[2] = np.append(used[2], np.ones(JUDGED, bool))
    for tokens, _, _, candidates, cues, *_ in data:
        used[0][tokens.reshape(-1)] = True
        used[1][candidates.reshape(-1)] = True
        for cue in cues:
            used[2][cue[3].reshape(-1)] = True
    weight = lambda name: state[name].numpy()
    content = open(args.rates, "rb").read()
    content += struct.pack("<6I", *header)
    content += floats(saved["thresholds"])
    for name, rows in zip(("token_rows", "cue_rows", "relative_rows"), used):
        content += table(weight(f"{name}.weight"), rows)
    content += gru(state, "encoder")
    content += dense(
        np.concatenate([weight("token_in.weight"), weight("head_in.weight"), weight("cue_hidden.weight")]),
        np.concatenate([weight("token_in.bias"), np.zeros(net.width), weight("cue_hidden.bias")]))
    content += floats(weight("cue_out.weight")) + floats(weight("cue_out.bias"))
    content += gru(state, "span")
    content += floats(weight("label.weight")) + floats(weight("label.bias"))
    content += floats(weight("crf.start")) + floats(weight("crf.end")) + floats(weight("crf.move"))
    with open(args.out, "wb") as out:
        out.write(b"SAYSO-ST" + struct.pack("<IIQ", 1, len(content), fnv1a(content)) + content)
    print(f"{len(content) / 1e6:.2f} MB, thresholds {saved['thresholds']}, "
          f"rows used {[int(u.sum()) for u in used]}")


if __name__ == "__main__":
    main()
