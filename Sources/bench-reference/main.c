// The least that libcurl can do, for `make bench`: posts one body over curl_multi, and reads no reply.
//
// bench-reference URL LANES COUNT prints the seconds that COUNT requests took, LANES at a time.
#include <curl/curl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { prompt_size = 2048 };

static double seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static size_t forget(char *bytes, size_t size, size_t count, void *context) {
  (void)bytes;
  (void)context;
  return size * count;
}

static CURL *lane(const char *url, struct curl_slist *headers, const char *body) {
  CURL *easy = curl_easy_init();
  if (!easy) exit(1);
  curl_easy_setopt(easy, CURLOPT_URL, url);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body);
  curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)strlen(body));
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, forget);
  return easy;
}

int main(int argc, char **argv) {
  if (argc != 4) return 64;
  long lanes = atol(argv[2]), count = atol(argv[3]), sent = 0, ended = 0;
  signal(SIGPIPE, SIG_IGN);
  curl_global_init(CURL_GLOBAL_ALL);

  char body[prompt_size + 1];
  memset(body, 'x', prompt_size);
  body[prompt_size] = 0;
  static const char paper[] = "\\nid: 2407.000001\\ntitle: x\\nabstract:\\n";
  memcpy(body, paper, strlen(paper));
  struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
  headers = curl_slist_append(
      headers, "Authorization: Bearer sk-bench-kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk");
  headers = curl_slist_append(headers, "Expect:");

  double start = seconds();
  CURLM *multi = curl_multi_init();
  curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, lanes);
  for (; sent < lanes && sent < count; sent++)
    curl_multi_add_handle(multi, lane(argv[1], headers, body));
  while (ended < count) {
    int running, left;
    curl_multi_perform(multi, &running);
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left))) {
      if (message->msg != CURLMSG_DONE) continue;
      CURL *easy = message->easy_handle;
      long status = 0;
      curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
      if (message->data.result || status != 200) {
        fprintf(stderr, "a request failed: %s\n", curl_easy_strerror(message->data.result));
        return 1;
      }
      ended++;
      curl_multi_remove_handle(multi, easy);
      if (sent < count) {
        sent++;
        curl_multi_add_handle(multi, easy);
      } else {
        curl_easy_cleanup(easy);
      }
    }
    if (ended < count) curl_multi_poll(multi, NULL, 0, 1000, NULL);
  }
  printf("%.6f\n", seconds() - start);
  curl_multi_cleanup(multi);
  curl_slist_free_all(headers);
  curl_global_cleanup();
  return 0;
}
