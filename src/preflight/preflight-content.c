/* preflight-content.c - a content stream, followed as far as marked contents, colours and text go. */
#include "preflight-internal.h"

#include <stdlib.h>
#include <string.h>

typedef enum { MARK_PLAIN, MARK_ARTIFACT, MARK_TAGGED, MARK_TOLD } Mark;

enum { OPERANDS = 8, DEEPEST = 12 };

typedef struct {
    Check *check;
    int page; /* object */
    GArray *marks;
    int artifacts, tagged, told; /* that are open; told: their text stands beside them */
    GString *bytes;              /* of the strings since the last operator */
    const Codes *codes;          /* of the font; NULL: not known */
    int states;                  /* q without Q */
    int depth;                   /* of forms */
    bool foreign;                /* in a form, whose contents are numbered for themselves */
} Reader;

typedef struct {
    Reader *reader;
    qpdf_oh resources;
    Token operand[OPERANDS]; /* the last ones; the newest is the last */
    int n_operands;
    Token first; /* the first since the last operator: the tag of BDC */
    long mcid;   /* told by a dictionary since the last operator; -1 none */
    bool told;   /* it has ActualText */
} Stream;

static void read_stream(Reader *reader, qpdf_oh resources, const char *content, size_t size);

/* ---- marked contents ---- */

static void
open_mark(Reader *reader, Mark mark)
{
    if ((mark == MARK_ARTIFACT && reader->tagged) || (mark == MARK_TAGGED && reader->artifacts))
        broken(reader->check, RULE_MIXED, reader->page);
    reader->artifacts += mark == MARK_ARTIFACT;
    reader->tagged += mark == MARK_TAGGED;
    reader->told += mark == MARK_TOLD;
    g_array_append_val(reader->marks, mark);
}

static void
close_mark(Reader *reader)
{
    if (reader->marks->len == 0) {
        broken(reader->check, RULE_NESTED_MARKS, reader->page);
        return;
    }
    Mark mark = g_array_index(reader->marks, Mark, reader->marks->len - 1);
    reader->artifacts -= mark == MARK_ARTIFACT;
    reader->tagged -= mark == MARK_TAGGED;
    reader->told -= mark == MARK_TOLD;
    g_array_set_size(reader->marks, reader->marks->len - 1);
}

static qpdf_oh
resource(Stream *stream, const char *kind, Token name)
{
    Check *check = stream->reader->check;
    g_autofree char *key = g_strndup(name.start, name.length);
    if (name.kind != TOKEN_NAME)
        return qpdf_oh_new_null(check->qpdf);
    return key_of(check, key_of(check, stream->resources, kind), key);
}

static void
begin_marked(Stream *stream)
{
    Reader *reader = stream->reader;
    Check *check = reader->check;
    Token properties = stream->operand[OPERANDS - 1];
    if (stream->mcid < 0 && stream->n_operands == 2 && properties.kind == TOKEN_NAME)
        stream->mcid = (long)number_of(
            check, key_of(check, resource(stream, "/Properties", properties), "/MCID"), -1);
    if (token_is(stream->first, "/Artifact")) {
        open_mark(reader, MARK_ARTIFACT);
        return;
    }
    g_autofree char *key = g_strdup_printf("%d %ld", reader->page, stream->mcid);
    if (stream->mcid >= 0 && !reader->foreign && !g_hash_table_contains(check->owners, key))
        broken(check, RULE_NO_OWNER, reader->page);
    open_mark(reader, stream->mcid >= 0 ? MARK_TAGGED : stream->told ? MARK_TOLD : MARK_PLAIN);
}

static void
paints(Reader *reader)
{
    if (!reader->artifacts && !reader->tagged)
        broken(reader->check, RULE_UNTAGGED, reader->page);
}

/* ---- text ---- */

static void
choose_font(Stream *stream)
{
    stream->reader->codes =
        codes_of(stream->reader->check, resource(stream, "/Font", stream->operand[OPERANDS - 2]));
}

/* The strings between two adjustments are one: no code reaches over their ends. */
static void
show_text(Stream *stream)
{
    Reader *reader = stream->reader;
    paints(reader);
    for (gsize i = 0; reader->codes && i < reader->bytes->len;) {
        Code code = codes_next(reader->codes, reader->bytes->str + i, reader->bytes->len - i);
        if (code.missing)
            broken(reader->check, RULE_NOTDEF, reader->page);
        if (code.private_use && !reader->told)
            broken(reader->check, RULE_PRIVATE_USE, reader->page);
        i += code.size;
    }
}

/* ISO 19005-2, 6.1.13. */
static void
nest_state(Reader *reader, int by)
{
    enum { DEEPEST_STATE = 28 };
    reader->states += by;
    if (reader->states > DEEPEST_STATE)
        broken(reader->check, RULE_LIMITS, reader->page);
}

/* ---- colours and pictures ---- */

static void
choose_space(Stream *stream)
{
    static const char *const names[N_USES] = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK"};
    Check *check = stream->reader->check;
    Token name = stream->operand[OPERANDS - 1];
    const char *own = name_of(check, item_of(check, resource(stream, "/ColorSpace", name), 0));
    for (int use = 0; use < N_USES; use++)
        if (token_is(name, names[use]) || strcmp(own, names[use]) == 0)
            uses_color(check, (Use)use, stream->reader->page);
}

static void
draw_object(Stream *stream)
{
    Reader *reader = stream->reader;
    Check *check = reader->check;
    qpdf_oh object = resource(stream, "/XObject", stream->operand[OPERANDS - 1]);
    unsigned char *data = NULL;
    size_t size = 0;
    QPDF_BOOL filtered = QPDF_FALSE;
    if (!is_named(check, object, "/Subtype", "/Form")) {
        paints(reader);
        return;
    }
    if (reader->depth == DEEPEST || !qpdf_oh_is_stream(check->qpdf, object))
        return;
    qpdf_oh_get_stream_data(check->qpdf, object, qpdf_dl_generalized, &filtered, &data, &size);
    qpdf_oh resources = has_key(check, object, "/Resources") ? key_of(check, object, "/Resources")
                                                             : stream->resources;
    bool foreign = reader->foreign;
    guint open = reader->marks->len;
    reader->foreign = true;
    reader->depth++;
    if (data && filtered)
        read_stream(reader, resources, (const char *)data, size);
    while (reader->marks->len > open)
        close_mark(reader);
    reader->depth--;
    reader->foreign = foreign;
    free(data);
}

/* ---- operators ---- */

typedef enum {
    DOES_NOTHING,
    SAVES,
    RESTORES,
    PAINTS,
    SHOWS,
    GRAY,
    RGB,
    CMYK,
    SPACE,
    FONT,
    BEGINS,
    BEGINS_WITH,
    ENDS,
    DRAWS,
    PICTURE
} Deed;

static const struct {
    const char *names;
    Deed deed;
} operators[] = {
    {"q", SAVES},
    {"Q", RESTORES},
    {"cm w J j M d ri i gs m l c v y h re n W W* BT ET Tc Tw Tz TL Tr Ts Td TD Tm T* d0 d1 "
     "MP DP BX EX sc SC scn SCN",
     DOES_NOTHING},
    {"S s f F f* B B* b b* sh", PAINTS},
    {"Tj TJ ' \"", SHOWS},
    {"g G", GRAY},
    {"rg RG", RGB},
    {"k K", CMYK},
    {"cs CS", SPACE},
    {"Tf", FONT},
    {"BMC", BEGINS},
    {"BDC", BEGINS_WITH},
    {"EMC", ENDS},
    {"Do", DRAWS},
    {"BI", PICTURE},
};

static bool
deed_of(Token token, Deed *deed)
{
    for (size_t i = 0; i < G_N_ELEMENTS(operators); i++)
        for (const char *at = operators[i].names; *at;) {
            size_t length = strcspn(at, " ");
            if (length == token.length && memcmp(at, token.start, length) == 0) {
                *deed = operators[i].deed;
                return true;
            }
            at += length + strspn(at + length, " ");
        }
    return false;
}

static void
operate(Stream *stream, Scan *scan, Deed deed)
{
    Reader *reader = stream->reader;
    switch (deed) {
    case DOES_NOTHING:
        return;
    case SAVES:
        nest_state(reader, 1);
        return;
    case RESTORES:
        nest_state(reader, -1);
        return;
    case PAINTS:
        paints(reader);
        return;
    case SHOWS:
        show_text(stream);
        return;
    case GRAY:
        uses_color(reader->check, USES_GRAY, reader->page);
        return;
    case RGB:
        uses_color(reader->check, USES_RGB, reader->page);
        return;
    case CMYK:
        uses_color(reader->check, USES_CMYK, reader->page);
        return;
    case SPACE:
        choose_space(stream);
        return;
    case FONT:
        choose_font(stream);
        return;
    case BEGINS:
    case BEGINS_WITH:
        begin_marked(stream);
        return;
    case ENDS:
        close_mark(reader);
        return;
    case DRAWS:
        draw_object(stream);
        return;
    case PICTURE:
        scan_skip_picture(scan);
        paints(reader);
        return;
    }
}

static void
note_operand(Stream *stream, Token token)
{
    Token before = stream->operand[OPERANDS - 1];
    if (token.kind == TOKEN_STRING)
        token_bytes(token, stream->reader->bytes);
    stream->told |= token_is(token, "/ActualText");
    if (token.kind == TOKEN_NUMBER && before.kind == TOKEN_NAME && token_is(before, "/MCID")) {
        g_autofree char *number = g_strndup(token.start, token.length);
        stream->mcid = strtol(number, NULL, 10);
    }
    if (stream->n_operands++ == 0)
        stream->first = token;
    memmove(stream->operand, stream->operand + 1, sizeof(Token) * (OPERANDS - 1));
    stream->operand[OPERANDS - 1] = token;
}

static void
read_stream(Reader *reader, qpdf_oh resources, const char *content, size_t size)
{
    Scan scan = {content, content + size};
    Stream stream = {.reader = reader, .resources = resources, .mcid = -1};
    for (Token token = scan_next(&scan); token.kind != TOKEN_END; token = scan_next(&scan)) {
        bool constant =
            token_is(token, "true") || token_is(token, "false") || token_is(token, "null");
        Deed deed;
        if (token.kind != TOKEN_OPERATOR || constant) {
            note_operand(&stream, token);
            continue;
        }
        if (deed_of(token, &deed))
            operate(&stream, &scan, deed);
        else
            broken(reader->check, RULE_OPERATOR, reader->page);
        g_string_truncate(reader->bytes, 0);
        stream.n_operands = 0;
        stream.mcid = -1;
        stream.told = false;
        memset(stream.operand, 0, sizeof stream.operand);
    }
}

void
check_content(Check *check, qpdf_oh page, qpdf_oh resources, const char *content, size_t size)
{
    Reader reader = {.check = check,
                     .page = object_of(check, page),
                     .marks = g_array_new(FALSE, FALSE, sizeof(Mark)),
                     .bytes = g_string_new(NULL)};
    read_stream(&reader, resources, content ? content : "", content ? size : 0);
    if (reader.marks->len)
        broken(check, RULE_NESTED_MARKS, reader.page);
    g_array_free(reader.marks, TRUE);
    g_string_free(reader.bytes, TRUE);
}
