"""scan(): one text in, one verdict out."""

import re

from messaging.policy import model
from messaging.policy.acrostic import find_acrostic
from messaging.policy.contact import find_data
from messaging.policy.content import Statement, find_statements
from messaging.policy.intent import advertises, leads_away, looks_like_us
from messaging.policy.packs import texts
from messaging.policy.sighting import Datum, Sighting
from messaging.policy.verdict import Action, Context, Finding, ScanVerdict

_PLACEHOLDER = re.compile(
    r"\{\{?\s?[A-Za-z][A-Za-z_. ]{1,40}\}?\}|\[(?:[A-Z][A-Za-z]+ ?(?:[Nn]ame|[Ii][Dd]|[Nn]umber|[Dd]ate|[Pp]roduct|[Ll]ink|[Tt]itle)"
    r"|(?:Your|Customer|Buyer|Order|Product|Seller|Insert|Name)[A-Za-z ]{0,30})\]|<(?:customer|order|buyer|product)[ _](?:name|id|number)>|%[A-Z_]{3,30}%"
)
_BLOCKED_FOR_SELLERS = frozenset({"offplatform", "marketing", "solicitation.review", "incentive"})


def scan(text: str, context: Context) -> ScanVerdict:
    """Look at a text as written; never raises, takes time in proportion to its length."""
    sight = Sighting(text, context)
    find_data(sight)
    labels = {datum.label for datum in sight.data}
    findings = [_of_datum(datum) for datum in sight.data]
    findings += _implied(sight, labels)
    findings += _acrostic(sight, labels)
    judgement = _judgement(sight)
    findings += [
        _of_statement(statement, context) for statement in find_statements(sight, labels, judgement.doubted)
    ]
    findings += _of_model(sight, labels, judgement.sure)
    if "phishing" in labels:
        findings = [
            found
            for found in findings
            if not (found.rule == "offplatform.contact" and _is_link(sight, found))
        ]
    if context.is_from_seller:
        findings += _placeholders(text)
    return ScanVerdict(text, tuple(sorted(findings, key=lambda found: (found.start, found.end, found.label))))


def action_for(label: str, context: Context) -> Action:
    """What a label asks for, by who wrote."""
    if label == "phishing":
        return Action.QUARANTINE
    if label == "placeholder" or (context.is_from_seller and label in _BLOCKED_FOR_SELLERS):
        return Action.BLOCK
    return Action.FLAG


def _of_datum(datum: Datum) -> Finding:
    because, fix = texts.CONTACT_BECAUSE[datum.label], texts.CONTACT_FIX[datum.label]
    return Finding(datum.label, datum.start, datum.end, datum.rule, Action.REDACT, because, fix)


def _implied(sight: Sighting, labels: set[str]) -> list[Finding]:
    """Findings that follow from what a datum is given for."""
    found = []
    for datum in sight.data:
        for label, rule, holds, because, fix in (
            ("phishing", "phishing.look-alike", looks_like_us, texts.LOOKALIKE_BECAUSE, texts.LOOKALIKE_FIX),
            ("offplatform", "offplatform.contact", leads_away, texts.LEAVING_BECAUSE, texts.LEAVING_FIX),
            ("marketing", "marketing.follow", advertises, texts.FOLLOW_BECAUSE, texts.FOLLOW_FIX),
        ):
            if label not in labels and holds(sight, datum):
                labels.add(label)
                action = action_for(label, sight.context)
                found.append(Finding(label, datum.start, datum.end, rule, action, because, fix))
    return found


def _of_statement(statement: Statement, context: Context) -> Finding:
    rule = statement.rule
    action = rule.action or action_for(rule.label, context)
    return Finding(rule.label, statement.start, statement.end, rule.code, action, rule.because, rule.fix)


def _acrostic(sight: Sighting, labels: set[str]) -> list[Finding]:
    hidden = find_acrostic(sight.views.folded)
    if hidden is None:
        return []
    label, start, end = hidden
    if label == "solicitation.review" and not sight.context.is_from_seller:
        return []
    labels.add(label)
    span = sight.views.folded.span(start, end)
    action = action_for(label, sight.context)
    return [Finding(label, *span, "acrostic", action, texts.ACROSTIC_BECAUSE, texts.ACROSTIC_FIX)]


def _judgement(sight: Sighting) -> model.Judgement:
    known = model.load()
    if known is None:
        return model.Judgement(frozenset(), frozenset())
    marks = model.marks_for(sight.context.direction, proactive=sight.context.proactive)
    return known.judge(sight.views.loose.text, marks)


def _of_model(sight: Sighting, labels: set[str], sure: frozenset[str]) -> list[Finding]:
    """What the text model is sure of and no rule saw; it marks the text as a whole.

    It flags and never stops a message: a block must say which words, and the model cannot.
    """
    found = []
    for label in sorted(sure - labels):
        if label in texts.ONE_SIDED and texts.ONE_SIDED[label] != sight.context.direction:
            continue
        if label in texts.MODEL_SPARES and sight.says(texts.MODEL_SPARES[label]):
            continue
        labels.add(label)
        because, fix = texts.MODEL_BECAUSE[label], texts.MODEL_FIX
        found.append(Finding(label, 0, len(sight.text), "model", Action.FLAG, because, fix))
    return found


def _is_link(sight: Sighting, found: Finding) -> bool:
    """A link in a phishing text is bait, and not an offer to trade elsewhere."""
    return any(datum.label == "link.external" and datum.start == found.start for datum in sight.data)


def _placeholders(text: str) -> list[Finding]:
    return [
        Finding(
            "placeholder",
            *match.span(),
            "placeholder.unfilled",
            Action.BLOCK,
            texts.PLACEHOLDER_BECAUSE,
            texts.PLACEHOLDER_FIX,
        )
        for match in _PLACEHOLDER.finditer(text)
    ]
