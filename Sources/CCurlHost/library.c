#include "library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

// 7.85.0 brought CURLOPT_PROTOCOLS_STR, the newest thing used here.
static const unsigned int oldest_version = 0x075500;

static pthread_mutex_t initialization = PTHREAD_MUTEX_INITIALIZER;

static bool find(void *image, const char *name, void *function, char *reason, size_t capacity) {
    void *symbol = dlsym(image, name);
    if (symbol == NULL) {
        snprintf(reason, capacity, "the library has no function %s", name);
        return false;
    }
    memcpy(function, &symbol, sizeof symbol);
    return true;
}

bool ccurl_library_open(Library *library, const char *name, char *reason, size_t capacity) {
    void *image = dlopen(name, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (image == NULL) {
        const char *cause = dlerror();
        snprintf(reason, capacity, "%s", cause != NULL ? cause : name);
        return false;
    }
    library->image = image;
    const struct {
        const char *name;
        void *function;
    } functions[] = {
        {"curl_global_init", &library->global_init},
        {"curl_version_info", &library->version_info},
        {"curl_slist_append", &library->slist_append},
        {"curl_slist_free_all", &library->slist_free_all},
        {"curl_easy_init", &library->easy_init},
        {"curl_easy_setopt", &library->easy_setopt},
        {"curl_easy_getinfo", &library->easy_getinfo},
        {"curl_easy_strerror", &library->easy_strerror},
        {"curl_easy_cleanup", &library->easy_cleanup},
        {"curl_multi_init", &library->multi_init},
        {"curl_multi_setopt", &library->multi_setopt},
        {"curl_multi_add_handle", &library->multi_add_handle},
        {"curl_multi_remove_handle", &library->multi_remove_handle},
        {"curl_multi_perform", &library->multi_perform},
        {"curl_multi_poll", &library->multi_poll},
        {"curl_multi_wakeup", &library->multi_wakeup},
        {"curl_multi_info_read", &library->multi_info_read},
        {"curl_multi_cleanup", &library->multi_cleanup},
    };
    for (size_t index = 0; index < sizeof functions / sizeof functions[0]; index++) {
        if (!find(image, functions[index].name, functions[index].function, reason, capacity)) return false;
    }
    pthread_mutex_lock(&initialization);
    CURLcode code = library->global_init(CURL_GLOBAL_DEFAULT);
    pthread_mutex_unlock(&initialization);
    if (code != CURLE_OK) {
        snprintf(reason, capacity, "libcurl does not start: %s", library->easy_strerror(code));
        return false;
    }
    const curl_version_info_data *version = library->version_info(CURLVERSION_FIRST);
    if (version->version_num < oldest_version) {
        snprintf(reason, capacity, "libcurl %s is older than 7.85.0", version->version);
        return false;
    }
    if ((version->features & CURL_VERSION_SSL) == 0) {
        snprintf(reason, capacity, "libcurl %s was built without TLS", version->version);
        return false;
    }
    return true;
}
