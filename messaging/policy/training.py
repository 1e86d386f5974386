"""Train the text model. Needs scikit-learn, which the running system does not."""

import hashlib
import json
from pathlib import Path
from typing import Any

from messaging.policy.content import ALL_RULES
from messaging.policy.measure import read_messages
from messaging.policy.model import BUCKETS, FOLDER, features, marks_for
from messaging.policy.rules import SELLER
from messaging.policy.unfold import unfold

MODEL_LABELS = ("offplatform", "solicitation.review", "marketing", "phishing", "abuse")
FOLDS = 5
SEED = 7
WANTED_PRECISION = 0.9
# Of the clean messages, so many at most may get a label in cross-validation.
MAX_CLEAN_SHARE = 0.003
# Of the messages with a label, so many get a value in cross-validation at which a rule's finding stands.
BELIEVED_SHARE = 0.9
Row = dict[str, Any]


def train(data: Path, sentences: Path | None = None, folder: Path = FOLDER) -> dict[str, Any]:
    """Write weights.bin and card.json; returns the card. The same input gives the same bytes.

    Only the four fifths that are not held out are learned from, so the held-out figures stay honest;
    the rules' own examples and, if given, a file of own sentences are added.
    """
    import numpy
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
    from sklearn.model_selection import StratifiedKFold  # type: ignore[import-untyped]

    labelled = read_messages(data, held_out=False)
    rows = labelled + _rule_examples() + (_own_sentences(sentences) if sentences else [])
    matrix = _matrix(rows, numpy, csr_matrix)
    count = len(labelled)
    clean = numpy.array([not row["labels"] for row in labelled])
    blob = bytearray()
    card: dict[str, Any] = {
        "data_sha256": hashlib.sha256(data.read_bytes()).hexdigest(),
        "messages": count,
        "own_sentences": len(rows) - count,
        "buckets": BUCKETS,
        "labels": {},
    }
    for label in MODEL_LABELS:
        wanted = numpy.array([label in row["labels"] for row in rows])
        model = LogisticRegression(C=30.0, class_weight="balanced", solver="liblinear", random_state=SEED)
        guessed = numpy.zeros(count)
        for learned, asked in StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(
            matrix[:count], wanted[:count]
        ):
            # The own sentences only ever help to learn: the figures are about the labelled messages.
            learned = numpy.concatenate([learned, numpy.arange(count, len(rows))])
            model.fit(matrix[learned], wanted[learned])
            guessed[asked] = model.decision_function(matrix[asked])
        due = wanted[:count]
        threshold = _threshold(guessed, due, clean, numpy)
        model.fit(matrix, wanted)
        weights = model.coef_[0]
        scale = float(abs(weights).max()) / 127 or 1.0
        blob += numpy.rint(weights / scale).astype(numpy.int8).tobytes()
        taken = guessed > threshold
        card["labels"][label] = {
            "scale": scale,
            "intercept": float(model.intercept_[0]),
            "threshold": threshold,
            "doubt": round(float(numpy.quantile(guessed[due], 1 - BELIEVED_SHARE)), 4),
            "cross_validated_precision": round(float((taken & due).sum() / max(1, taken.sum())), 3),
            "cross_validated_recall": round(float((taken & due).sum() / due.sum()), 3),
        }
    folder.mkdir(exist_ok=True)
    (folder / "weights.bin").write_bytes(bytes(blob))
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    return card


def _threshold(guessed: Any, wanted: Any, clean: Any, numpy: Any) -> float:
    """The lowest value from which on the model is nearly always right, and hardly ever about a clean text."""
    for value in numpy.sort(guessed):
        taken = guessed > value
        if not taken.any():
            break
        right = (taken & wanted).sum() / taken.sum()
        if right >= WANTED_PRECISION and (taken & clean).sum() <= MAX_CLEAN_SHARE * clean.sum():
            return round(float(value), 4)
    return round(float(guessed.max()) + 1, 4)


def _matrix(rows: list[Row], numpy: Any, csr_matrix: Any) -> Any:
    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for row in rows:
        found = features(
            unfold(row["text"]).loose.text, marks_for(row["direction"], proactive=row["proactive"])
        )
        columns += found.keys()
        values += found.values()
        ends.append(len(values))
    return csr_matrix(
        (numpy.array(values), numpy.array(columns), numpy.array(ends)), shape=(len(rows), BUCKETS)
    )


def _rule_examples() -> list[Row]:
    rows = []
    for rule in ALL_RULES:
        common = {"direction": str(rule.by or SELLER), "proactive": bool(rule.proactive)}
        labels = [rule.label, *rule.needs]
        rows += [common | {"text": text, "labels": labels} for text in rule.catches]
        rows += [common | {"text": text, "labels": []} for text in rule.spares]
    return rows


def _own_sentences(path: Path) -> list[Row]:
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        by, labels, text = line.split("\t")
        direction = "seller_to_buyer" if by.startswith("S") else "buyer_to_seller"
        given = [label for label in labels.split(",") if label != "-"]
        rows.append({"direction": direction, "proactive": "p" in by, "text": text, "labels": given})
    return rows
