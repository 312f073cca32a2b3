/*
 * Records, in order, what a process does to the files below a folder: the raw material of crash images.
 * Build: gcc -O2 -shared -fPIC -o recorder.so recorder.c -ldl
 * Use:   LD_PRELOAD=recorder.so RECORD_BELOW=/absolute/folder RECORD_TO=/some/log program
 *
 * One record: kind (1 byte), length of the name (2), offset (8), length of the payload (8), name, payload;
 * little-endian, packed. Kinds: W write, T truncate, S sync, U unlink, R rename (payload: the new name),
 * D make a folder. Names are relative to the folder; an empty name is the folder itself.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LONGEST 4096

static int log_fd = -1;
static char below[LONGEST];
static size_t below_length;
/* Held from the call to its record, so that the log has the order in which things reached the kernel. */
static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (!found)
        abort();
    return found;
}

__attribute__((constructor)) static void start(void)
{
    const char *folder = getenv("RECORD_BELOW"), *to = getenv("RECORD_TO");
    if (!folder || !to || strlen(folder) >= LONGEST)
        return;
    strcpy(below, folder);
    below_length = strlen(below);
    log_fd = open(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* The part of path below the folder, or NULL for a path elsewhere. */
static const char *inside(const char *path)
{
    if (log_fd < 0 || strncmp(path, below, below_length) != 0)
        return NULL;
    if (path[below_length] == '\0')
        return path + below_length;
    return path[below_length] == '/' ? path + below_length + 1 : NULL;
}

static const char *name_of(int fd, char *buffer)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, buffer, LONGEST - 1);
    if (length <= 0)
        return NULL;
    buffer[length] = '\0';
    return inside(buffer);
}

static void put(const void *data, size_t length)
{
    while (length > 0) {
        ssize_t done = syscall(SYS_write, log_fd, data, length);
        if (done <= 0)
            abort();
        data = (const char *)data + done;
        length -= (size_t)done;
    }
}

static void record(char kind, const char *name, uint64_t offset, const void *payload, uint64_t length)
{
    struct {
        char kind;
        uint16_t name_length;
        uint64_t offset, length;
    } __attribute__((packed)) head = {kind, (uint16_t)strlen(name), offset, length};
    put(&head, sizeof head);
    put(name, head.name_length);
    if (length)
        put(payload, length);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset)
{
    char buffer[LONGEST];
    const char *name = log_fd < 0 ? NULL : name_of(fd, buffer);
    if (!name)
        return REAL(pwrite64)(fd, data, length, offset);
    pthread_mutex_lock(&order);
    ssize_t done = REAL(pwrite64)(fd, data, length, offset);
    if (done > 0)
        record('W', name, (uint64_t)offset, data, (uint64_t)done);
    pthread_mutex_unlock(&order);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset)
{
    return pwrite64(fd, data, length, offset);
}

ssize_t write(int fd, const void *data, size_t length)
{
    char buffer[LONGEST];
    const char *name = log_fd < 0 ? NULL : name_of(fd, buffer);
    if (!name)
        return REAL(write)(fd, data, length);
    pthread_mutex_lock(&order);
    ssize_t done = REAL(write)(fd, data, length);
    if (done > 0)
        record('W', name, (uint64_t)(lseek(fd, 0, SEEK_CUR) - done), data, (uint64_t)done);
    pthread_mutex_unlock(&order);
    return done;
}

int ftruncate64(int fd, off64_t length)
{
    char buffer[LONGEST];
    const char *name = log_fd < 0 ? NULL : name_of(fd, buffer);
    pthread_mutex_lock(&order);
    int failed = REAL(ftruncate64)(fd, length);
    if (!failed && name)
        record('T', name, (uint64_t)length, NULL, 0);
    pthread_mutex_unlock(&order);
    return failed;
}

int ftruncate(int fd, off_t length)
{
    return ftruncate64(fd, length);
}

static int synced(int fd, int (*call)(int))
{
    char buffer[LONGEST];
    const char *name = log_fd < 0 ? NULL : name_of(fd, buffer);
    pthread_mutex_lock(&order);
    int failed = call(fd);
    if (!failed && name)
        record('S', name, 0, NULL, 0);
    pthread_mutex_unlock(&order);
    return failed;
}

int fsync(int fd)
{
    return synced(fd, REAL(fsync));
}

int fdatasync(int fd)
{
    return synced(fd, REAL(fdatasync));
}

int unlink(const char *path)
{
    const char *name = inside(path);
    pthread_mutex_lock(&order);
    int failed = REAL(unlink)(path);
    if (!failed && name)
        record('U', name, 0, NULL, 0);
    pthread_mutex_unlock(&order);
    return failed;
}

int rename(const char *from, const char *to)
{
    const char *old = inside(from), *new = inside(to);
    pthread_mutex_lock(&order);
    int failed = REAL(rename)(from, to);
    if (!failed && old && new)
        record('R', old, 0, new, strlen(new));
    pthread_mutex_unlock(&order);
    return failed;
}

int mkdir(const char *path, mode_t mode)
{
    const char *name = inside(path);
    pthread_mutex_lock(&order);
    int failed = REAL(mkdir)(path, mode);
    if (!failed && name)
        record('D', name, 0, NULL, 0);
    pthread_mutex_unlock(&order);
    return failed;
}
