#include "editor.h"

#include <stdlib.h>

// libedit's own arrow keys keep only 1024 characters of an unfinished line and fill the rest with NUL, so these
// keep it themselves; and in a chunk of several lines they go from line to line first.

enum { builtin_search_keeps = 1000 };

void edithost_replace_line(EditLine *line, const wchar_t *text) {
    const LineInfoW *now = el_wline(line);
    int length = (int)(now->lastchar - now->buffer);
    el_cursor(line, (int)(now->lastchar - now->cursor));
    if (length > 0) { el_wdeletestr(line, length); }
    if (text[0] != L'\0') { el_winsertstr(line, text); }
}

void edithost_forget_walk(edithost *host) {
    free(host->unfinished);
    host->unfinished = NULL;
    host->depth = 0;
}

static wchar_t *copy_line(EditLine *line) {
    const LineInfoW *now = el_wline(line);
    size_t length = (size_t)(now->lastchar - now->buffer);
    wchar_t *copy = malloc((length + 1) * sizeof *copy);
    if (copy == NULL) { return NULL; }
    wmemcpy(copy, now->buffer, length);
    copy[length] = L'\0';
    return copy;
}

/// The chunk that was entered `depth` chunks ago, 1 for the last one; NULL when there are fewer.
static const wchar_t *chunk_at(edithost *host, int depth) {
    HistEventW event;
    if (history_w(host->history, &event, H_FIRST) < 0) { return NULL; }
    for (int step = 1; step < depth; step++) {
        if (history_w(host->history, &event, H_NEXT) < 0) { return NULL; }
    }
    return event.str;
}

static const wchar_t *line_start(const wchar_t *buffer, const wchar_t *at) {
    while (at > buffer && at[-1] != L'\n') { at--; }
    return at;
}

unsigned char edithost_older(EditLine *line, int key) {
    (void)key;
    edithost *host = edithost_of(line);
    const LineInfoW *now = el_wline(line);
    const wchar_t *start = line_start(now->buffer, now->cursor);
    if (start > now->buffer) {
        const wchar_t *above = line_start(now->buffer, start - 1);
        long column = now->cursor - start;
        long width = start - 1 - above;
        el_cursor(line, (int)(above + (column < width ? column : width) - now->cursor));
        return CC_CURSOR;
    }
    const wchar_t *chunk = chunk_at(host, host->depth + 1);
    if (chunk == NULL) { return CC_REFRESH_BEEP; }
    if (host->depth == 0) {
        wchar_t *unfinished = copy_line(line);
        if (unfinished == NULL) { return CC_REFRESH_BEEP; }
        free(host->unfinished);
        host->unfinished = unfinished;
    }
    host->depth++;
    edithost_replace_line(line, chunk);
    return CC_REFRESH;
}

unsigned char edithost_newer(EditLine *line, int key) {
    (void)key;
    edithost *host = edithost_of(line);
    const LineInfoW *now = el_wline(line);
    const wchar_t *end = now->cursor;
    while (end < now->lastchar && *end != L'\n') { end++; }
    if (end < now->lastchar) {
        long column = now->cursor - line_start(now->buffer, now->cursor);
        const wchar_t *below = end + 1;
        const wchar_t *below_end = below;
        while (below_end < now->lastchar && *below_end != L'\n') { below_end++; }
        long width = below_end - below;
        el_cursor(line, (int)(below + (column < width ? column : width) - now->cursor));
        return CC_CURSOR;
    }
    if (host->depth == 0) { return CC_REFRESH_BEEP; }
    host->depth--;
    if (host->depth == 0) {
        edithost_replace_line(line, host->unfinished);
    } else {
        const wchar_t *chunk = chunk_at(host, host->depth);
        if (chunk != NULL) { edithost_replace_line(line, chunk); }
    }
    return CC_REFRESH;
}

unsigned char edithost_search(EditLine *line, int key) {
    (void)key;
    const LineInfoW *now = el_wline(line);
    // The search has the same limit as the arrow keys had; better no search than a line cut short.
    if (now->lastchar - now->buffer > builtin_search_keeps) { return CC_REFRESH_BEEP; }
    el_wpush(line, EDITHOST_BUILTIN_SEARCH);
    return CC_NORM;
}
