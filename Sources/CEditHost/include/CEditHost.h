#ifndef CEDITHOST_H
#define CEDITHOST_H

#include <stddef.h>

/// A line editor on one terminal. It belongs to the thread that opened it; libedit keeps process-wide
/// state, so a process has one at a time.
typedef struct edithost edithost;

/// How the reading of a line came to its end.
typedef enum __attribute__((enum_extensibility(closed))) {
    /// A line was accepted.
    EDITHOST_LINE,
    /// Ctrl-D on an empty line, or the terminal is gone.
    EDITHOST_END,
    /// Ctrl-C. What was typed is dropped.
    EDITHOST_INTERRUPTED,
    /// SIGTERM or SIGHUP; `code` is the signal.
    EDITHOST_SIGNALLED,
    /// The terminal cannot be read; `code` is the error number.
    EDITHOST_FAILED,
} edithost_outcome;

/// What one reading gave.
typedef struct {
    edithost_outcome outcome;
    int code;
    /// UTF-8 without the final line feed. It may hold line feeds and NUL, has no terminator, and is valid
    /// until the next reading. NULL unless the outcome is a line.
    const char *text;
    size_t length;
} edithost_reading;

/// Makes the character encoding of the process UTF-8 and touches no other locale category. Call it before
/// other threads run. Returns 0, or -1 when the system has no UTF-8 locale.
int edithost_use_utf8(void);

/// Opens an editor that keeps `history_size` chunks. `signals` is what edithost_signals_open returned.
/// Returns NULL with errno set when it cannot. The descriptors stay the caller's.
edithost *edithost_open(const char *program, int input, int output, int errors, int signals, int history_size);

/// Gives the terminal back as it was found.
void edithost_close(edithost *host);

/// Reads one line. The terminal is in its normal mode before and after.
edithost_reading edithost_read(edithost *host, const char *prompt);

/// Adds a chunk to what the arrow keys and Ctrl-R find; an equal neighbour is not added twice.
/// Returns 0, or -1 when the text is not UTF-8 or memory is short.
int edithost_remember(edithost *host, const char *chunk);

/// Starts to collect SIGINT, SIGTERM, SIGHUP, SIGCONT and SIGWINCH for the calling thread.
/// Returns a descriptor that is readable when one has arrived, or -1 with errno set; EBUSY when they are
/// collected already.
int edithost_signals_open(void);

/// The next signal that arrived, the ending ones first, or 0 when none is left. Call it until it returns 0:
/// the descriptor does not become readable again for signals that were left.
int edithost_signals_take(void);

/// Gives the signals back to those who had them.
void edithost_signals_close(void);

#endif
