#include "editor.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum { control_e = 5 };

static void draw_again(edithost *host) {
    // libedit believes that the cursor is at the left edge when it draws afresh.
    if (host->capable) { fputs("\r\033[J", host->output); }
    el_wset(host->line, EL_REFRESH);
}

static void answer(edithost *host, int signal) {
    switch (signal) {
    case SIGINT:
        if (host->stop == EDITHOST_LINE) { host->stop = EDITHOST_INTERRUPTED; }
        break;
    case SIGWINCH:
        el_resize(host->line);
        draw_again(host);
        break;
    case SIGCONT:
        // Whoever had the terminal meanwhile left it in another mode, and libedit only switches when it thinks
        // that it must.
        el_wset(host->line, EL_PREP_TERM, 0);
        el_wset(host->line, EL_PREP_TERM, 1);
        draw_again(host);
        break;
    default:
        host->stop = EDITHOST_SIGNALLED;
        host->code = signal;
    }
}

static int stop_reading(edithost *host) {
    if (host->stop == EDITHOST_INTERRUPTED) { fputs("^C", host->output); }
    if (host->stop == EDITHOST_INTERRUPTED || host->stop == EDITHOST_SIGNALLED) { fputc('\n', host->output); }
    fflush(host->output);
    errno = EINTR;
    return -1;
}

/// Takes one byte of UTF-8; tells whether it completes a character. Bytes that belong to none are heard, not kept.
static bool decode(edithost *host, char byte, wchar_t *key) {
    bool within = !mbsinit(&host->decoding);
    size_t length = mbrtowc(key, &byte, 1, &host->decoding);
    if (length == (size_t)-2) { return false; }
    if (length != (size_t)-1) { return true; }
    memset(&host->decoding, 0, sizeof host->decoding);
    el_beep(host->line);
    // The byte that breaks a character off may begin another.
    return within && decode(host, byte, key);
}

int edithost_read_key(EditLine *line, wchar_t *key) {
    edithost *host = edithost_of(line);
    if (host->stop != EDITHOST_LINE) { return stop_reading(host); }
    for (;;) {
        for (int signal; (signal = edithost_signals_take()) != 0;) { answer(host, signal); }
        if (host->stop != EDITHOST_LINE) {
            // First to the end of the line, so that what is printed next does not stand in the middle of it.
            *key = control_e;
            return 1;
        }
        struct pollfd sources[] = {{fileno(host->input), POLLIN, 0}, {host->signals, POLLIN, 0}};
        if (poll(sources, 2, -1) < 0) {
            if (errno == EINTR) { continue; }
            host->stop = EDITHOST_FAILED;
            host->code = errno;
            return -1;
        }
        if (sources[1].revents != 0 || sources[0].revents == 0) { continue; }

        char byte;
        ssize_t count = read(fileno(host->input), &byte, 1);
        if (count < 0 && (errno == EINTR || errno == EAGAIN)) { continue; }
        if (count <= 0) {
            // EIO is how a terminal says that it is gone.
            host->stop = count == 0 || errno == EIO ? EDITHOST_END : EDITHOST_FAILED;
            host->code = count == 0 ? 0 : errno;
            return -1;
        }
        if (decode(host, byte, key)) { return 1; }
    }
}
