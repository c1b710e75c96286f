#include "CTerminal.h"
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

int cterminal_columns(int descriptor) {
  struct winsize size = {0};
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// Runs before main and before the runtime opens anything. Where the caller has closed one of the
// first three descriptors, the next file would be given its number, and what is said to the operator
// would be written into a record.
__attribute__((constructor)) static void fill_standard_descriptors(void) {
  for (int descriptor = 0; descriptor <= 2; descriptor++) {
    if (fcntl(descriptor, F_GETFD) < 0 && open("/dev/null", O_RDWR) < 0) return;
  }
}
