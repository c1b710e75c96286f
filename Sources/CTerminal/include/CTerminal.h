// The part of a process's terminal that Swift cannot reach without unsafe code: ioctl is variadic and
// writes through a pointer. And its memory, of which Swift has no word.
#ifndef CTERMINAL_H
#define CTERMINAL_H

/// The columns of the terminal behind a descriptor; 0 where that is none, or one without a size.
int cterminal_columns(int descriptor);

/// Gives back to the system what is free of the memory that was taken from it.
void cterminal_give_back_memory(void);

#endif
