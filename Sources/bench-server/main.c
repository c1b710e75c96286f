// A model on loopback for `make bench`: one thread, OpenAI's form, and nothing that could be a limit.
//
// It prints its port, and ends when its standard input does. A path that begins with a number, such
// as /200/v1/chat/completions, has the reply wait for so many milliseconds.
#define _GNU_SOURCE
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

enum { most_papers = 64, reply_size = 64 * 1024, request_size = 256 * 1024, events_at_once = 256 };

typedef struct connection {
  int socket;
  size_t used;
  // When the reply is due; replies that wait stand in a queue for each delay.
  double due;
  struct connection *next;
  // The reply in full; a client that reads it slowly is none of ours.
  size_t reply_used;
  char *reply;
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

// An identifier in katakana: words that differ from paper to paper, and claim no number.
static void add_kana(char **at, const char *id, size_t length) {
  static const char *const kana[] = {"ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ"};
  for (size_t i = 0; i < length; i++)
    if (id[i] >= '0' && id[i] <= '9') *at = stpcpy(*at, kana[id[i] - '0']);
}

// The answer's JSON, escaped as it stands within the reply's.
static void add_summary(char **at, const char *id, size_t length) {
  static const char *const sentences[] = {
      "記録の少ない港の潮位を扱う",
      "観測の欠けた日に誤差が広がる",
      "隣町から借りた波形で補う学習法を示す",
      "予測の外れを半減できると実験で確かめた",
  };
  *at += sprintf(*at, "{\\\"id\\\":\\\"%.*s\\\",\\\"bullets\\\":[", (int)length, id);
  for (int i = 0; i < 4; i++) {
    *at += sprintf(*at, "%s\\\"%s（", i ? "," : "", sentences[i]);
    add_kana(at, id, length);
    *at = stpcpy(*at, "）\\\"");
  }
  *at = stpcpy(*at, "],\\\"remark\\\":\\\"これは気になる論文だね\\\"}");
}

static void add_titles(char **at, const char **ids, const size_t *lengths, size_t count) {
  *at = stpcpy(*at, "{\\\"titles\\\":[");
  for (size_t i = 0; i < count; i++) {
    *at += sprintf(*at, "%s{\\\"id\\\":\\\"%.*s\\\",\\\"title\\\":\\\"論文", i ? "," : "",
                   (int)lengths[i], ids[i]);
    add_kana(at, ids[i], lengths[i]);
    *at = stpcpy(*at, "の題\\\"}");
  }
  *at = stpcpy(*at, "]}");
}

// Answers about the papers whose identifiers the prompt names on lines of their own.
static void answer(connection *peer, const char *body, size_t size) {
  const char *ids[most_papers];
  size_t lengths[most_papers], count = 0;
  const char *end = body + size, *place = body;
  while (count < most_papers && (place = memmem(place, (size_t)(end - place), "\\nid: ", 6))) {
    place += 6;
    ids[count] = place;
    lengths[count++] = strspn(place, "0123456789.");
  }
  static char text[reply_size];
  char *at = text;
  at = stpcpy(at, "{\"id\":\"chatcmpl-bench-0123456789abcdef\",\"object\":\"chat.completion\","
                  "\"created\":1722592800,\"model\":\"bench-model\",\"choices\":[{\"index\":0,"
                  "\"message\":{\"role\":\"assistant\",\"content\":\"");
  if (memmem(body, size, "\\nabstract:", 11) && count == 1)
    add_summary(&at, ids[0], lengths[0]);
  else
    add_titles(&at, ids, lengths, count);
  at = stpcpy(at, "\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],\"usage\":{"
                  "\"prompt_tokens\":927,\"completion_tokens\":192,\"total_tokens\":1119,"
                  "\"prompt_tokens_details\":{\"cached_tokens\":0,\"audio_tokens\":0},"
                  "\"completion_tokens_details\":{\"reasoning_tokens\":0,\"audio_tokens\":0,"
                  "\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}},"
                  "\"service_tier\":\"default\",\"system_fingerprint\":\"fp_0123456789\"}");
  size_t length = (size_t)(at - text);
  peer->reply = realloc(peer->reply, length + 256);
  if (!peer->reply) fail("memory");
  peer->reply_used = (size_t)sprintf(peer->reply,
                                     "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                     "Content-Length: %zu\r\n\r\n",
                                     length);
  memcpy(peer->reply + peer->reply_used, text, length);
  peer->reply_used += length;
}

static void hang_up(connection *peer) {
  close(peer->socket);
  free(peer->reply);
  free(peer);
}

static void send_reply(connection *peer) {
  ssize_t sent = send(peer->socket, peer->reply, peer->reply_used, MSG_NOSIGNAL);
  // A client that has gone is noticed where its end is read.
  if (sent >= 0 && (size_t)sent < peer->reply_used) fprintf(stderr, "a reply was cut short\n");
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
      free(peer->reply), free(peer);
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
  answer(peer, body, length);
  char *path = strchr(peer->request, '/');
  double delay = path ? strtod(path + 1, NULL) : 0;
  peer->used = 0;
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
    peer->reply = NULL;
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
