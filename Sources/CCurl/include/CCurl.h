// The part of libcurl that this project uses, with the varargs typed away.
//
// curl_easy_setopt and its kin are variadic, so Swift cannot call them. Each function here is named
// for its purpose and takes the one type that its option reads; curl.h itself stays out of sight, so
// this header is the list of what the project can do with libcurl.
#ifndef CCURL_H
#define CCURL_H

#include <stddef.h>

/// Zero on success; otherwise a code that `ccurl_explain` puts into words.
typedef int ccurl_code;

/// What became of a transfer, in the few kinds that a caller acts on.
typedef enum {
  ccurl_ok,
  ccurl_malformed_url,
  ccurl_timed_out,
  ccurl_name_not_found,
  ccurl_unreachable,
  ccurl_tls_failed,
  ccurl_aborted,
  ccurl_failed,
} ccurl_outcome;

/// Receives body or header bytes; returns `size * count`, or less to abort the transfer.
typedef size_t (*ccurl_sink)(char *_Nonnull bytes, size_t size, size_t count, void *_Nullable context);

/// Asked before a request is sent, each time that it is sent; zero lets it go.
typedef int (*ccurl_gate)(void *_Nullable context, char *_Nullable remote_address,
                          char *_Nullable local_address, int remote_port, int local_port);

/// Prepares libcurl for this process; call once, before anything else.
ccurl_code ccurl_start(void);
const char *_Nonnull ccurl_explain(ccurl_code code);
ccurl_outcome ccurl_outcome_of(ccurl_code code);

/// The version of the libcurl that runs: one byte each for major, minor and patch, such as 0x075801.
unsigned int ccurl_version(void);

/// What a libcurl may have been built with.
typedef enum {
  ccurl_http2,
  ccurl_gzip,
  ccurl_brotli,
  ccurl_zstd,
} ccurl_feature;

/// Not zero where the libcurl that runs was built with a feature.
int ccurl_has(ccurl_feature feature);
/// Not zero where it can sign requests to Amazon.
int ccurl_signs(void);
/// The TLS library behind it with its version, such as `OpenSSL/3.0.17`; null where there is none.
const char *_Nullable ccurl_tls_library(void);

/// Seconds since 1970 of a date as HTTP writes it (RFC 9110, section 5.6.7); negative when unreadable.
long ccurl_date(const char *_Nonnull text);

// One transfer. A handle is opened once and used for many transfers.

/// Opens a handle with the options that are the same for every transfer: no signals, http and https
/// only, no redirects, every compression libcurl was built with, peer and host verified.
///
/// libcurl sends a request a second time by itself where a kept connection turns out to be dead, and
/// a second POST may be paid twice; the gate is where it can be told not to.
void *_Nullable ccurl_open(ccurl_gate _Nonnull gate, ccurl_sink _Nonnull body,
                           ccurl_sink _Nonnull header);
void ccurl_close(void *_Nonnull easy);
/// Sets what the gate and the sinks are called with.
ccurl_code ccurl_set_context(void *_Nonnull easy, void *_Nullable context);
ccurl_code ccurl_set_url(void *_Nonnull easy, const char *_Nonnull url);
ccurl_code ccurl_set_get(void *_Nonnull easy);
/// Posts a copy of a body, which leaves with the headers in one packet where it is small.
ccurl_code ccurl_set_post(void *_Nonnull easy, const void *_Nullable body, size_t count);
/// Signs the request by a scheme such as `aws:amz:REGION:SERVICE`; nulls undo it.
ccurl_code ccurl_set_signature(void *_Nonnull easy, const char *_Nullable scheme,
                               const char *_Nullable key_id, const char *_Nullable secret_key);
/// Gives the request a connection of its own, which is closed after it.
ccurl_code ccurl_set_alone(void *_Nonnull easy, long is_alone);
/// The list must live until the transfer has ended.
ccurl_code ccurl_set_headers(void *_Nonnull easy, void *_Nullable list);
ccurl_code ccurl_set_timeouts(void *_Nonnull easy, long connect_ms, long total_ms);
/// A file of certificates to trust instead of the system's.
ccurl_code ccurl_set_ca_file(void *_Nonnull easy, const char *_Nonnull path);
long ccurl_status(void *_Nonnull easy);
/// Where a redirect leads, resolved against the request's URL; null when there is none.
const char *_Nullable ccurl_redirect(void *_Nonnull easy);

/// Adds a line to a header list; returns the list, or null when memory ran out.
void *_Nullable ccurl_headers_add(void *_Nullable list, const char *_Nonnull line);
void ccurl_headers_free(void *_Nullable list);

// Many transfers on one thread. Only `ccurl_multi_wake` may be called from another thread.

/// Opens a set of transfers that keeps up to `idle_connections` open for reuse.
void *_Nullable ccurl_multi_open(long idle_connections);
void ccurl_multi_close(void *_Nonnull multi);
ccurl_code ccurl_multi_add(void *_Nonnull multi, void *_Nonnull easy);
ccurl_code ccurl_multi_remove(void *_Nonnull multi, void *_Nonnull easy);
/// Moves every transfer as far as it goes without waiting.
ccurl_code ccurl_multi_move(void *_Nonnull multi);
/// Waits until a transfer can move, `ccurl_multi_wake` is called, or the time is over.
ccurl_code ccurl_multi_wait(void *_Nonnull multi, int timeout_ms);
ccurl_code ccurl_multi_wake(void *_Nonnull multi);
const char *_Nonnull ccurl_multi_explain(ccurl_code code);
/// The context of the next transfer that has ended, with its code; null when there is none.
void *_Nullable ccurl_multi_next_ended(void *_Nonnull multi, ccurl_code *_Nonnull code);

#endif
