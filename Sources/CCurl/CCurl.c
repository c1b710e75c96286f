#if !__has_include(<curl/curl.h>)
#error "libcurl's headers are missing. Install them with: apt-get install libcurl4-openssl-dev"
#else

#include "CCurl.h"
#include <curl/curl.h>
#include <signal.h>

ccurl_code ccurl_start(void) {
  // A server that hangs up while OpenSSL writes must not end the process; NOSIGNAL leaves this to us.
  signal(SIGPIPE, SIG_IGN);
  return curl_global_init(CURL_GLOBAL_ALL);
}

const char *ccurl_explain(ccurl_code code) { return curl_easy_strerror((CURLcode)code); }

ccurl_outcome ccurl_outcome_of(ccurl_code code) {
  switch ((CURLcode)code) {
  case CURLE_OK:
    return ccurl_ok;
  case CURLE_URL_MALFORMAT:
    return ccurl_malformed_url;
  case CURLE_OPERATION_TIMEDOUT:
    return ccurl_timed_out;
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_RESOLVE_PROXY:
    return ccurl_name_not_found;
  case CURLE_COULDNT_CONNECT:
  case CURLE_SSL_CONNECT_ERROR: // also a reset within the handshake, which another attempt cures
    return ccurl_unreachable;
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CACERT_BADFILE:
  case CURLE_SSL_CERTPROBLEM:
    return ccurl_tls_failed;
  case CURLE_WRITE_ERROR:
    return ccurl_aborted;
  default:
    return ccurl_failed;
  }
}

unsigned int ccurl_version(void) { return curl_version_info(CURLVERSION_NOW)->version_num; }

int ccurl_has(ccurl_feature feature) {
  int features = curl_version_info(CURLVERSION_NOW)->features;
  switch (feature) {
  case ccurl_http2:
    return (features & CURL_VERSION_HTTP2) != 0;
  case ccurl_gzip:
    return (features & CURL_VERSION_LIBZ) != 0;
  case ccurl_brotli:
    return (features & CURL_VERSION_BROTLI) != 0;
  case ccurl_zstd:
    return (features & CURL_VERSION_ZSTD) != 0;
  }
  return 0;
}

int ccurl_signs(void) {
  // No feature says so; a libcurl without it does not know the option.
  CURL *easy = curl_easy_init();
  if (!easy) return 0;
  CURLcode code = curl_easy_setopt(easy, CURLOPT_AWS_SIGV4, "aws:amz");
  curl_easy_cleanup(easy);
  return code == CURLE_OK;
}

const char *ccurl_tls_library(void) {
  const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);
  return info->features & CURL_VERSION_SSL ? info->ssl_version : NULL;
}

long ccurl_date(const char *text) { return (long)curl_getdate(text, NULL); }

void *ccurl_open(ccurl_gate gate, ccurl_sink body, ccurl_sink header) {
  CURL *easy = curl_easy_init();
  if (!easy) return NULL;
  CURLcode code = curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  if (!code) code = curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
  if (!code) code = curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
  // Not HTTP/2: where a server ends a connection with streams on it (GOAWAY), libcurl 7.88 repeats those
  // that were refused unseen and those that may have been answered alike, or fails with 55 or 56. A
  // gate that cannot tell them apart must refuse them all: of 3,000 requests on connections of 50 each,
  // a tenth were then of unknown outcome and maybe paid for; with HTTP/1.1, none.
  if (!code) code = curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  // Answers of models have some kilobytes, and each transfer under way has a buffer of its own.
  if (!code) code = curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 4096L);
  // A signed request cannot do without `Expect`, but it need not wait long for the go-ahead.
  if (!code) code = curl_easy_setopt(easy, CURLOPT_EXPECT_100_TIMEOUT_MS, 1L);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, gate);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, body);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
  if (!code) return easy;
  curl_easy_cleanup(easy);
  return NULL;
}

void ccurl_close(void *easy) { curl_easy_cleanup(easy); }

ccurl_code ccurl_set_context(void *easy, void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_PREREQDATA, context);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_PRIVATE, context);
  return code ? code : curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
}

ccurl_code ccurl_set_url(void *easy, const char *url) {
  return curl_easy_setopt(easy, CURLOPT_URL, url);
}

ccurl_code ccurl_set_get(void *easy) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_POSTFIELDS, NULL);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)-1);
  return code ? code : curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
}

ccurl_code ccurl_set_post(void *easy, const void *body, size_t count) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_POST, 1L);
  // The size comes first, because it says how much of the body is copied.
  if (!code) code = curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
  return code ? code : curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, (const char *)body);
}

ccurl_code ccurl_set_signature(void *easy, const char *scheme, const char *key_id,
                               const char *secret_key) {
  long is_signed = scheme != NULL;
  CURLcode code = curl_easy_setopt(easy, CURLOPT_AWS_SIGV4, scheme);
  // A scheme brings its kind of authentication along, but does not take it away again.
  long kind = is_signed ? (long)CURLAUTH_AWS_SIGV4 : (long)CURLAUTH_BASIC;
  if (!code) code = curl_easy_setopt(easy, CURLOPT_HTTPAUTH, kind);
  if (!code) code = curl_easy_setopt(easy, CURLOPT_USERNAME, key_id);
  return code ? code : curl_easy_setopt(easy, CURLOPT_PASSWORD, secret_key);
}

ccurl_code ccurl_set_alone(void *easy, long is_alone) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, is_alone);
  return code ? code : curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, is_alone);
}

ccurl_code ccurl_set_headers(void *easy, void *list) {
  return curl_easy_setopt(easy, CURLOPT_HTTPHEADER, (struct curl_slist *)list);
}

ccurl_code ccurl_set_timeouts(void *easy, long connect_ms, long total_ms) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, connect_ms);
  return code ? code : curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, total_ms);
}

ccurl_code ccurl_set_ca_file(void *easy, const char *path) {
  return curl_easy_setopt(easy, CURLOPT_CAINFO, path);
}

long ccurl_status(void *easy) {
  long status = 0;
  return curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status) ? 0 : status;
}

const char *ccurl_redirect(void *easy) {
  char *url = NULL;
  return curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &url) ? NULL : url;
}

void *ccurl_headers_add(void *list, const char *line) {
  return curl_slist_append((struct curl_slist *)list, line);
}

void ccurl_headers_free(void *list) { curl_slist_free_all((struct curl_slist *)list); }

void *ccurl_multi_open(long idle_connections) {
  CURLM *multi = curl_multi_init();
  if (multi && curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, idle_connections)) {
    curl_multi_cleanup(multi);
    return NULL;
  }
  return multi;
}

void ccurl_multi_close(void *multi) { curl_multi_cleanup(multi); }
ccurl_code ccurl_multi_add(void *multi, void *easy) { return curl_multi_add_handle(multi, easy); }

ccurl_code ccurl_multi_remove(void *multi, void *easy) {
  return curl_multi_remove_handle(multi, easy);
}

ccurl_code ccurl_multi_move(void *multi) {
  int running = 0;
  return curl_multi_perform(multi, &running);
}

ccurl_code ccurl_multi_wait(void *multi, int timeout_ms) {
  return curl_multi_poll(multi, NULL, 0, timeout_ms, NULL);
}

ccurl_code ccurl_multi_wake(void *multi) { return curl_multi_wakeup(multi); }
const char *ccurl_multi_explain(ccurl_code code) { return curl_multi_strerror((CURLMcode)code); }

void *ccurl_multi_next_ended(void *multi, ccurl_code *code) {
  int left = 0;
  for (CURLMsg *message; (message = curl_multi_info_read(multi, &left));) {
    if (message->msg != CURLMSG_DONE) continue;
    char *context = NULL;
    *code = message->data.result;
    if (!curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &context)) return context;
  }
  return NULL;
}

#endif
