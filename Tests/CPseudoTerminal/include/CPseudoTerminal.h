// The part of the C library's pseudo-terminals that tests use, which Swift does not see: GNU and XSI
// extensions are not among what it imports.
#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <sys/types.h>

/// Starts a program as the leader of a session whose terminal is a new one of this size.
///
/// Puts the near end, where a test types and reads, into `near`. Returns the program's number, or the
/// negative of an error's.
pid_t cpseudoterminal_spawn(
    const char *_Nonnull path, char *_Nullable const *_Nonnull words,
    char *_Nullable const *_Nonnull environment, const char *_Nonnull folder, int columns, int rows,
    int *_Nonnull near);

/// Gives a terminal another size; its program hears of it by SIGWINCH.
void cpseudoterminal_resize(int near, int columns, int rows);

#endif
