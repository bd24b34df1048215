"""The nine shapes of a refusal (wise-api.md, 1.5) and which of them a status may have.

The description of the API declares hardly any refusal, so this list stands in its place. It is strict: a member that is
not named here is an error.
"""

TEXT = {"type": "string", "minLength": 1}
NULLABLE_TEXT = {"type": ["string", "null"]}
# Zulu time with up to nine digits of a second, or the offset without a colon that older services write.
TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|\+0000)$"}


def shape(required, optional=None):
    """An object with exactly these members."""
    return {
        "type": "object",
        "required": sorted(required),
        "properties": {**required, **(optional or {})},
        "additionalProperties": False,
    }


REASON = shape(
    {"code": TEXT, "message": {"type": "string"}},
    {"path": TEXT, "arguments": {"type": ["array", "null"], "items": {"type": ["string", "number", "null"]}}})

SHAPES = {
    "E1": shape({"errors": {"type": "array", "minItems": 1, "items": REASON}}, {"timestamp": TIME}),
    "E2": shape({"error": TEXT, "error_description": TEXT}),
    "E3": shape(
        {"timestamp": TIME, "status": {"type": "integer"}, "error": TEXT, "message": {"type": "string"},
         "path": NULLABLE_TEXT},
        {"exception": TEXT}),
    "E4": shape({"code": TEXT, "message": TEXT}, {"timestamp": TIME}),
    "E5": shape(
        {"type": {"enum": ["/errors/types/access", "/errors/types/validation"]}, "title": TEXT,
         "status": {"type": "integer"}},
        {"instance": TEXT, "detail": TEXT, "code": TEXT,
         "errors": {"type": "array", "items": shape({"detail": TEXT, "code": TEXT, "ref": TEXT})}}),
    "E6": shape(
        {"code": TEXT, "category": {"const": "CLIENT"}, "description": TEXT, "details": {"type": ["object", "null"]}}),
    "E7": shape(
        {"type": TEXT, "status": {"const": "REJECTED"}, "errorCode": TEXT}, {"errorMessage": NULLABLE_TEXT}),
    # E8 is text and E9 is nothing; neither is JSON.
    "throttled": {"type": "object"},
}

# E8: the body is the code and nothing else.
CODE_AS_TEXT = "E8"
# E9: no body at all.
EMPTY = "E9"

BY_STATUS = {
    400: ["E1", "E2", "E3", "E4", "E5", "E6", "E8"],
    401: ["E2"],
    403: ["E1", "E3", "E4", "E5", "E8", "E9"],
    404: ["E1", "E3", "E5", "E8"],
    405: ["E3"],
    406: ["E3"],
    409: ["E1", "E8"],
    413: ["E3"],
    415: ["E3"],
    422: ["E1", "E7", "E8"],
    429: ["throttled"],
    500: ["E1", "E3", "E8"],
    503: ["E3"],
}
