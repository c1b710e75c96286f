// A model on loopback for `make bench` and `make soak`: one thread, OpenAI's form, and nothing that
// could be a limit.
//
// It prints its port, and ends when its standard input does. A path that begins with a number, such
// as /200/v1/chat/completions, has the reply wait for so many milliseconds. One that begins with
// /soak/ meets the faults of faults.h, and a GET of anything is answered with what was counted so far.
#define _GNU_SOURCE
#include "answers.h"
#include "faults.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { request_size = 256 * 1024, events_at_once = 256 };

typedef struct connection {
  int socket;
  size_t used;
  // When the reply is due; replies that wait stand in a queue for each delay.
  double due;
  struct connection *next;
  // The reply in full; a client that reads it slowly is none of ours.
  reply reply;
  char request[request_size];
} connection;

// One queue for each delay: with the same delay for all, the first to come is the first to go.
typedef struct {
  connection *first, *last;
} queue;

static queue waiting;

static double now_ms(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static _Noreturn void fail(const char *what) {
  perror(what);
  exit(1);
}

static void hang_up(connection *peer) {
  close(peer->socket);
  free(peer->reply.bytes);
  free(peer);
}

static void send_reply(connection *peer) {
  ssize_t sent = send(peer->socket, peer->reply.bytes, peer->reply.used, MSG_NOSIGNAL);
  // A client that has gone is noticed where its end is read.
  if (sent >= 0 && (size_t)sent < peer->reply.used) fprintf(stderr, "a reply was cut short\n");
}

static void reply_later(connection *peer, double milliseconds) {
  peer->due = now_ms() + milliseconds;
  peer->next = NULL;
  if (waiting.last)
    waiting.last->next = peer;
  else
    waiting.first = peer;
  waiting.last = peer;
}

static void send_due(void) {
  double now = now_ms();
  while (waiting.first && waiting.first->due <= now) {
    connection *peer = waiting.first;
    waiting.first = peer->next;
    if (!waiting.first) waiting.last = NULL;
    if (peer->socket < 0)
      free(peer->reply.bytes), free(peer);
    else {
      peer->due = 0;
      send_reply(peer);
    }
  }
}

// Takes what has come; a client sends its next request only after the reply to the last.
static void take(connection *peer) {
  ssize_t count = recv(peer->socket, peer->request + peer->used, request_size - 1 - peer->used, 0);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (count <= 0) {
    if (peer->due > 0) {
      close(peer->socket);
      peer->socket = -1; // It stands in the queue, which frees it.
    } else {
      hang_up(peer);
    }
    return;
  }
  peer->used += (size_t)count;
  peer->request[peer->used] = 0;
  char *head_end = memmem(peer->request, peer->used, "\r\n\r\n", 4);
  if (!head_end) return;
  char *length_line = strcasestr(peer->request, "\r\ncontent-length:");
  size_t length =
      length_line && length_line < head_end ? strtoul(length_line + 17, NULL, 10) : 0;
  char *body = head_end + 4;
  if (peer->used < (size_t)(body - peer->request) + length) return;
  char *path = strchr(peer->request, '/');
  peer->used = 0;
  int is_question = strncmp(peer->request, "GET ", 4) != 0;
  if (is_question) count_request();
  if (!is_question) {
    write_counts(&peer->reply);
  } else if (path && !strncmp(path, "/soak/", 6)) {
    switch (answer_with_faults(&peer->reply, body, length)) {
    case keep_open:
      break;
    case stall:
      return;
    case close_after:
      if (peer->reply.used) send_reply(peer);
      return hang_up(peer);
    }
  } else {
    answer(&peer->reply, body, length);
  }
  double delay = path ? strtod(path + 1, NULL) : 0;
  if (delay > 0)
    reply_later(peer, delay);
  else
    send_reply(peer);
}

static int listen_on_loopback(void) {
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
  socklen_t size = sizeof address;
  if (listener < 0 || bind(listener, (struct sockaddr *)&address, size) || listen(listener, 4096) ||
      getsockname(listener, (struct sockaddr *)&address, &size))
    fail("listening on loopback");
  printf("%d\n", ntohs(address.sin_port));
  fflush(stdout);
  return listener;
}

static void watch(int poller, int descriptor, void *owner) {
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = owner};
  if (epoll_ctl(poller, EPOLL_CTL_ADD, descriptor, &event)) fail("epoll");
}

static void accept_all(int listener, int poller) {
  int socket;
  while ((socket = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
    int yes = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    connection *peer = malloc(sizeof *peer);
    if (!peer) fail("memory");
    peer->socket = socket;
    peer->used = 0;
    peer->due = 0;
    peer->reply = (reply){0};
    watch(poller, socket, peer);
  }
}

int main(void) {
  signal(SIGPIPE, SIG_IGN);
  // Interrupting the bench must not end the server under a program that is being measured.
  signal(SIGINT, SIG_IGN);
  struct rlimit files;
  if (!getrlimit(RLIMIT_NOFILE, &files)) {
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
  }
  int listener = listen_on_loopback();
  int poller = epoll_create1(0);
  static char of_listener, of_input;
  watch(poller, listener, &of_listener);
  watch(poller, STDIN_FILENO, &of_input);
  struct epoll_event events[events_at_once];
  for (;;) {
    // A whole millisecond at least, because epoll counts no smaller ones.
    double wait = waiting.first ? waiting.first->due - now_ms() : -1;
    int patience = !waiting.first ? -1 : wait > 0 ? (int)wait + 1 : 0;
    int count = epoll_wait(poller, events, events_at_once, patience);
    if (count < 0 && errno != EINTR) fail("epoll");
    for (int i = 0; i < count; i++) {
      if (events[i].data.ptr == &of_input) return 0;
      if (events[i].data.ptr == &of_listener)
        accept_all(listener, poller);
      else
        take(events[i].data.ptr);
    }
    send_due();
  }
}
