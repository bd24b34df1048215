#include "editor.h"

#include <stdlib.h>

/// What a terminal in bracketed-paste mode sends after the pasted text.
static const wchar_t paste_end[] = L"\033[201~";
enum { paste_end_length = sizeof paste_end / sizeof paste_end[0] - 1 };

/// Tells whether a pasted character can stand in a chunk: control characters would act on the terminal when the
/// line is drawn.
static bool belongs(wchar_t character) {
    if (character == L'\n' || character == L'\t') { return true; }
    return character >= L' ' && !(character >= 0x7f && character < 0xa0);
}

unsigned char edithost_paste(EditLine *line, int key) {
    (void)key;
    size_t length = 0;
    size_t capacity = 256;
    wchar_t *text = malloc(capacity * sizeof *text);
    bool complete = false;
    while (text != NULL && !complete) {
        wchar_t character;
        if (el_wgetc(line, &character) != 1) { break; }
        if (length + 1 >= capacity) {
            capacity *= 2;
            wchar_t *larger = realloc(text, capacity * sizeof *text);
            if (larger == NULL) { break; }
            text = larger;
        }
        text[length++] = character;
        complete = length >= paste_end_length && wmemcmp(text + length - paste_end_length, paste_end, paste_end_length) == 0;
    }
    if (!complete) {
        free(text);
        return edithost_of(line)->stop == EDITHOST_LINE ? CC_REFRESH_BEEP : CC_EOF;
    }
    size_t kept = 0;
    for (size_t index = 0; index < length - paste_end_length; index++) {
        wchar_t character = text[index] == L'\r' ? L'\n' : text[index];
        if (belongs(character)) { text[kept++] = character; }
    }
    text[kept] = L'\0';
    bool inserted = kept == 0 || el_winsertstr(line, text) == 0;
    free(text);
    return inserted ? CC_REFRESH : CC_REFRESH_BEEP;
}

unsigned char edithost_break_line(EditLine *line, int key) {
    (void)key;
    return el_winsertstr(line, L"\n") == 0 ? CC_REFRESH : CC_REFRESH_BEEP;
}
