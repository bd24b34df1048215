#ifndef CEDITHOST_EDITOR_H
#define CEDITHOST_EDITOR_H

#include "CEditHost.h"

#include <histedit.h>
#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>

struct edithost {
    EditLine *line;
    HistoryW *history;
    FILE *input;
    FILE *output;
    FILE *errors;
    int signals;
    /// Whether the terminal understands escape sequences beyond what libedit knows of it.
    bool capable;

    // One reading.
    const char *prompt;
    mbstate_t decoding;
    /// Why reading must stop, once something says so; EDITHOST_LINE until then.
    edithost_outcome stop;
    int code;
    char *text;
    size_t capacity;

    // The walk through the history: how far back, and the line that was left for it.
    int depth;
    wchar_t *unfinished;
};

edithost *edithost_of(EditLine *line);

/// libedit's EL_GETCFN: one character from the terminal, and everything else that can happen meanwhile.
int edithost_read_key(EditLine *line, wchar_t *key);

/// Replaces the whole line and puts the cursor at its end.
void edithost_replace_line(EditLine *line, const wchar_t *text);

void edithost_forget_walk(edithost *host);
unsigned char edithost_older(EditLine *line, int key);
unsigned char edithost_newer(EditLine *line, int key);
unsigned char edithost_search(EditLine *line, int key);
unsigned char edithost_paste(EditLine *line, int key);
unsigned char edithost_break_line(EditLine *line, int key);

/// A sequence that no key sends, bound to libedit's own search.
#define EDITHOST_BUILTIN_SEARCH L"\033[>9r"

#endif
