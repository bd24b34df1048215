#include "editor.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int edithost_use_utf8(void) {
    if (setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) { return 0; }
    return setlocale(LC_CTYPE, "C.UTF-8") == NULL ? -1 : 0;
}

edithost *edithost_of(EditLine *line) {
    void *host = NULL;
    el_wget(line, EL_CLIENTDATA, &host);
    return host;
}

static char *show_prompt(EditLine *line) {
    // libedit declares the text mutable and does not write to it.
    return (char *)edithost_of(line)->prompt;
}

static FILE *stream(int descriptor, const char *mode) {
    int own = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    if (own < 0) { return NULL; }
    FILE *file = fdopen(own, mode);
    if (file == NULL) { close(own); }
    return file;
}

static void bind_keys(EditLine *line) {
    el_set(line, EL_EDITOR, "emacs");
    el_set(line, EL_ADDFN, "florin-older", "Line above, or older chunk", edithost_older);
    el_set(line, EL_ADDFN, "florin-newer", "Line below, or newer chunk", edithost_newer);
    el_set(line, EL_ADDFN, "florin-search", "Search backwards in the history", edithost_search);
    el_set(line, EL_ADDFN, "florin-paste", "Insert what the terminal pastes", edithost_paste);
    el_set(line, EL_ADDFN, "florin-break-line", "Start another line of the chunk", edithost_break_line);
    static const char *const keys[][2] = {
        {"\\e[A", "florin-older"},      {"\\eOA", "florin-older"},       {"^P", "florin-older"},
        {"\\e[B", "florin-newer"},      {"\\eOB", "florin-newer"},       {"^N", "florin-newer"},
        {"^R", "florin-search"},        {"\\e[>9r", "em-inc-search-prev"}, {"\\e[200~", "florin-paste"},
        {"\\e\\r", "florin-break-line"}, {"\\e\\n", "florin-break-line"},  {"\\e[3~", "ed-delete-next-char"},
        {"\\e[H", "ed-move-to-beg"},    {"\\e[F", "ed-move-to-end"},
    };
    for (size_t index = 0; index < sizeof keys / sizeof keys[0]; index++) {
        el_set(line, EL_BIND, keys[index][0], keys[index][1], NULL);
    }
    // Last, so that a user's own bindings win.
    el_source(line, NULL);
}

edithost *edithost_open(const char *program, int input, int output, int errors, int signals, int history_size) {
    edithost *host = calloc(1, sizeof *host);
    if (host == NULL) { return NULL; }
    host->signals = signals;
    host->prompt = "";
    const char *terminal = getenv("TERM");
    host->capable = terminal != NULL && terminal[0] != '\0' && strcmp(terminal, "dumb") != 0;
    host->input = stream(input, "r");
    host->output = stream(output, "w");
    host->errors = stream(errors, "w");
    host->history = history_winit();
    if (host->input != NULL && host->output != NULL && host->errors != NULL && host->history != NULL) {
        host->line = el_init(program, host->input, host->output, host->errors);
    }
    if (host->line == NULL) {
        int problem = errno != 0 ? errno : ENOMEM;
        edithost_close(host);
        errno = problem;
        return NULL;
    }
    HistEventW event;
    history_w(host->history, &event, H_SETSIZE, history_size);
    history_w(host->history, &event, H_SETUNIQUE, 1);
    el_wset(host->line, EL_CLIENTDATA, host);
    // libedit's own signal handling signals the whole process group.
    el_wset(host->line, EL_SIGNAL, 0);
    el_wset(host->line, EL_HIST, history_w, host->history);
    el_wset(host->line, EL_GETCFN, edithost_read_key);
    el_set(host->line, EL_PROMPT_ESC, show_prompt, '\1');
    bind_keys(host->line);
    return host;
}

void edithost_close(edithost *host) {
    if (host->line != NULL) { el_end(host->line); }
    if (host->history != NULL) { history_wend(host->history); }
    if (host->input != NULL) { fclose(host->input); }
    if (host->output != NULL) { fclose(host->output); }
    if (host->errors != NULL) { fclose(host->errors); }
    free(host->unfinished);
    free(host->text);
    free(host);
}

int edithost_remember(edithost *host, const char *chunk) {
    size_t length = mbstowcs(NULL, chunk, 0);
    if (length == (size_t)-1) { return -1; }
    wchar_t *wide = malloc((length + 1) * sizeof *wide);
    if (wide == NULL) { return -1; }
    mbstowcs(wide, chunk, length + 1);
    HistEventW event;
    int result = history_w(host->history, &event, H_ENTER, wide);
    free(wide);
    return result < 0 ? -1 : 0;
}

static bool encode(edithost *host, const wchar_t *line, size_t count, edithost_reading *reading) {
    size_t needed = (count + 1) * MB_CUR_MAX;
    if (needed > host->capacity) {
        char *larger = realloc(host->text, needed);
        if (larger == NULL) { return false; }
        host->text = larger;
        host->capacity = needed;
    }
    mbstate_t encoding = {0};
    size_t length = 0;
    for (size_t index = 0; index < count; index++) {
        // Character by character, because a NUL is part of the line like any other.
        size_t width = wcrtomb(host->text + length, line[index], &encoding);
        if (width == (size_t)-1) { return false; }
        length += width;
    }
    reading->text = host->text;
    reading->length = length;
    return true;
}

edithost_reading edithost_read(edithost *host, const char *prompt) {
    host->prompt = prompt;
    host->stop = EDITHOST_LINE;
    host->code = 0;
    memset(&host->decoding, 0, sizeof host->decoding);
    edithost_forget_walk(host);
    el_resize(host->line);
    if (host->capable) { fputs("\033[?2004h", host->output); }
    int count = 0;
    errno = 0;
    const wchar_t *line = el_wgets(host->line, &count);
    int problem = errno;
    if (host->capable) { fputs("\033[?2004l", host->output); }
    fflush(host->output);
    host->prompt = "";

    edithost_reading reading = {host->stop, host->code, NULL, 0};
    if (host->stop != EDITHOST_LINE) { return reading; }
    if (line == NULL || count <= 0) {
        reading.outcome = count < 0 ? EDITHOST_FAILED : EDITHOST_END;
        reading.code = problem;
        return reading;
    }
    if (line[count - 1] == L'\n') { count--; }
    if (!encode(host, line, (size_t)count, &reading)) {
        reading.outcome = EDITHOST_FAILED;
        reading.code = errno;
    }
    return reading;
}
