"""Expected errors: a code and its parameters, never a sentence. The sentences are in ``ui.messages``."""

from enum import StrEnum


class Code(StrEnum):
    """Every expected error. ``ui.messages`` has one sentence and one next step for each, in both languages."""

    # the data folder and the store
    DATA_IN_USE = "data-in-use"  # path
    DATA_NOT_WRITABLE = "data-not-writable"  # path
    DISK_FULL = "disk-full"  # path
    DISK_FAULT = "disk-fault"  # path
    KEY_MISSING = "key-missing"  # path
    KEY_WRONG = "key-wrong"  # path
    KEY_BESIDE_DATA = "key-beside-data"  # a note: the key lies as a file on the disk that it opens
    KEY_EXPOSED = "key-exposed"  # path: others of this machine can read the key file
    KEY_NOT_ESCROWED = "key-not-escrowed"
    ESCROW_KEY_INVALID = "escrow-key-invalid"  # what was given is no escrow key
    ESCROW_NOT_OURS = "escrow-not-ours"  # sealed for another escrow key
    ESCROW_DAMAGED = "escrow-damaged"
    ESCROW_ABSENT = "escrow-absent"  # path: the data key of this folder was never sealed for the province
    ESCROW_KEY_THERE = "escrow-key-there"  # path: an escrow key was made there already
    ESCROW_BY_PROVINCE = "escrow-by-province"  # fingerprint: the province signed which escrow key counts
    ESCROW_CHANGED = "escrow-changed"  # before, now (fingerprints): a note, the data key is sealed for another
    SQLITE_TOO_OLD = "sqlite-too-old"  # found, needed
    STORE_CORRUPT = "store-corrupt"  # path
    STORE_TOO_NEW = "store-too-new"  # path
    STORE_TOO_OLD = "store-too-old"  # path
    NOT_SET_UP = "not-set-up"  # path
    SETTINGS_INVALID = "settings-invalid"  # path, detail
    BLOB_MISSING = "blob-missing"  # sha256
    BLOB_DAMAGED = "blob-damaged"  # sha256
    BLOB_AWAY = "blob-away"  # sha256: not on this machine, and the server that has it cannot be reached
    # the counter's rules
    TICKET_STATE = "ticket-state"  # label, state, wanted
    TICKET_UNKNOWN = "ticket-unknown"  # ticket
    DESK_BUSY = "desk-busy"  # desk, label
    NOBODY_WAITING = "nobody-waiting"
    GROUP_UNKNOWN = "group-unknown"  # group
    NUMBERS_CLOSED = "numbers-closed"  # opens (datetime or None): no numbers are given out now
    CONTINGENT_USED = "contingent-used"  # group, most: today's numbers of this group are all given out
    NUMBER_TAKEN = "number-taken"  # label: a number typed by hand that exists already
    NUMBER_OUT_OF_RANGE = "number-out-of-range"  # label, first, last
    CALLED_OFTEN_ENOUGH = "called-often-enough"  # label, most
    RECALL_TOO_LATE = "recall-too-late"  # label, since, within
    DESK_TAKEN = "desk-taken"  # desk, officer: another officer sits there
    OFFICER_ELSEWHERE = "officer-elsewhere"  # desk: this officer sits at another desk, with a ticket
    DESK_NOT_OPEN = "desk-not-open"  # desk, state
    DESK_UNKNOWN = "desk-unknown"  # desk
    NO_EMERGENCY = "no-emergency"  # desk
    RULE_INVALID = "rule-invalid"  # field
    QUEUE_FILE_UNREADABLE = "queue-file-unreadable"  # path, detail: no rule of calling, or no recorded day
    OFFICE_AWAY = "office-away"  # the station that keeps the queue does not answer
    OFFICE_NOT_IN_CHARGE = "office-not-in-charge"  # station: it answers, but another keeps the queue
    NOT_AN_OFFICE = "not-an-office"  # url: another program answers there
    OFFICER_UNKNOWN = "officer-unknown"  # officer
    OFFICER_NAME_MISSING = "officer-name-missing"
    LAST_ADMINISTRATOR = "last-administrator"
    PIN_WRONG = "pin-wrong"  # left
    PIN_LOCKED = "pin-locked"  # minutes
    PIN_WEAK = "pin-weak"  # reason: which rule a new secret breaks
    PINS_DIFFER = "pins-differ"  # typed twice, and not the same
    PIN_SAME = "pin-same"  # the new one is the old one
    PIN_CHANGED = "pin-changed"  # this very moment, at another machine
    PIN_TEMPORARY = "pin-temporary"  # somebody else typed it: it is for signing in and choosing another
    OWN_PIN = "own-pin"  # an administrator's own is changed by the old one, not reset
    SECOND_FACTOR_NEEDED = "second-factor-needed"
    CODE_WRONG = "code-wrong"  # left
    CODE_NOT_SHOWN = "code-not-shown"  # the telephone that was just set up does not show it
    OFFICER_DISABLED = "officer-disabled"  # officer
    OFFICER_UNUSED = "officer-unused"  # days: nobody used the account for so long
    SIGN_IN_EXPIRED = "sign-in-expired"  # days: so long may this machine be without its upstream
    PROCEDURE_UNKNOWN = "procedure-unknown"  # code
    DOSSIER_UNKNOWN = "dossier-unknown"  # dossier
    DOSSIER_STATE = "dossier-state"  # code, state
    DUTY_MISSING = "duty-missing"  # duty
    REVIEW_GONE = "review-gone"  # it was settled meanwhile, perhaps at another machine
    REVIEW_NOT_ANEW = "review-not-anew"  # the act does not fit the dossier any more, or needs another duty
    LAW_FORBIDS = "law-forbids"  # rule, article, code, state
    REASON_MISSING = "reason-missing"
    PERSON_UNKNOWN = "person-unknown"
    AMOUNT_INVALID = "amount-invalid"  # amount
    DUE_NOT_LATER = "due-not-later"  # due
    RESULT_NOT_APPROVED = "result-not-approved"  # code
    FILE_EMPTY = "file-empty"  # name
    FILE_TOO_LARGE = "file-too-large"  # name, megabytes, most
    FILE_REFUSED = "file-refused"  # name, detail: what is in it that is no paper
    FILE_NOT_SHOWN = "file-not-shown"  # name: neither a PDF nor a picture
    PICTURE_UNREADABLE = "picture-unreadable"  # name: neither PNG nor JPEG
    PICTURE_TOO_LARGE = "picture-too-large"  # name, megabytes, most
    TERM_UNSET = "term-unset"  # the catalogue knows no term
    CALENDAR_CLOSED = "calendar-closed"  # day
    HOURS_INVALID = "hours-invalid"
    DAY_UNCHANGED = "day-unchanged"  # day
    DAY_NAME_MISSING = "day-name-missing"  # day
    PROCEDURE_INVALID = "procedure-invalid"  # procedure, field, detail
    PROCEDURE_KNOWN = "procedure-known"  # code: it is in the catalogue already
    VERSION_NOT_LATER = "version-not-later"  # code, day: the newest version begins then or later
    CATALOGUE_TOO_LARGE = "catalogue-too-large"  # megabytes, limit
    CATALOGUE_UNREADABLE = "catalogue-unreadable"  # detail, line
    PROCEDURE_MISSING = "procedure-missing"
    APPLICANT_NAME_MISSING = "applicant-name-missing"
    APPLICANT_ID_INVALID = "applicant-id-invalid"  # number
    APPLICANT_BIRTH_INVALID = "applicant-birth-invalid"  # text
    PAPER_MISSING = "paper-missing"  # names
    PERSON_NAME_MISSING = "person-name-missing"  # of a co-applicant, or of the authorised person
    MOMENT_INVALID = "moment-invalid"  # text
    RETURN_ADDRESS_MISSING = "return-address-missing"
    RATING_CLOSED = "rating-closed"
    RATING_GIVEN = "rating-given"
    CARD_FIELDS = "card-fields"  # found, needed
    CARD_NUMBER = "card-number"
    CARD_DATE = "card-date"  # field
    CARD_TEXT = "card-text"  # replacement characters: the reader is not in UTF-8
    # papers and files
    FORM_NOT_FOR_STATE = "form-not-for-state"  # form, code, state
    NO_SHEET_PRINTER = "no-sheet-printer"
    EXPORT_CANCELLED = "export-cancelled"
    PERIOD_INVALID = "period-invalid"  # since, until
    LIST_TOO_LONG = "list-too-long"  # most
    PAGE_UNREADABLE = "page-unreadable"  # page: which one, from 1, is no picture
    PAPER_NOT_SCANNED = "paper-not-scanned"  # code
    TEXT_NOT_READ = "text-not-read"  # detail: what is written on a page was not recognised
    PAPER_TOO_LARGE = "paper-too-large"  # megabytes, most: however much its pictures are made smaller
    # devices
    DEVICE_ABSENT = "device-absent"  # device
    DEVICE_BUSY = "device-busy"  # device
    DEVICE_LOST = "device-lost"  # device
    DEVICE_SILENT = "device-silent"  # device, seconds
    DEVICE_DENIED = "device-denied"  # device: this account may not use it
    DEVICE_TWINS = "device-twins"  # device: several equal ones, and nothing tells them apart
    DEVICE_KIND_TAKEN = "device-kind-taken"  # kind, device: this machine has one of this kind already
    DEVICE_NAME_TAKEN = "device-name-taken"  # device
    DEVICE_UNKNOWN = "device-unknown"  # device: no device of this machine has this name
    PROGRAM_MISSING = "program-missing"  # program: of the system, not installed
    SEARCH_FAILED = "search-failed"  # where, detail
    SEARCH_TIMED_OUT = "search-timed-out"  # where, seconds
    DISK_LOW = "disk-low"  # path, megabytes: free
    CLOCK_BEHIND = "clock-behind"  # written: when this machine wrote last, later than now
    DEVICE_SETTINGS = "device-settings"  # device, detail
    PAPER_OUT = "paper-out"
    PAPER_LOW = "paper-low"
    COVER_OPEN = "cover-open"
    CUTTER = "cutter"
    PRINTER_FAULT = "printer-fault"
    SPOOLER_ABSENT = "spooler-absent"  # device: the system has no printing, or it does not run
    SPOOLER_STOPPED = "spooler-stopped"  # device: the system holds this printer's jobs back
    PRINT_DOUBTFUL = "print-doubtful"  # sent, total: the ticket may or may not be on paper
    KEYPAD_GARBAGE = "keypad-garbage"  # count
    READER_GARBAGE = "reader-garbage"  # count
    READER_UNKNOWN = "reader-unknown"  # what was read is neither a card nor a receipt
    READER_REWRITTEN = "reader-rewritten"  # an input method changed what the reader typed
    SCANNER_JAM = "scanner-jam"  # pages
    SCANNER_EMPTY = "scanner-empty"
    SCANNER_COVER = "scanner-cover"
    SCANNER_IO = "scanner-io"  # detail
    SCANNER_ANSWER = "scanner-answer"  # device, detail: what answers at its address does not speak as a scanner
    SCAN_CANCELLED = "scan-cancelled"  # pages
    SCAN_TRUNCATED = "scan-truncated"  # pages
    SCAN_FILE_REFUSED = "scan-file-refused"  # name, pages: a file in the watched folder that is no page, or too large
    SOUND_UNAVAILABLE = "sound-unavailable"
    RECORDER_ABSENT = "recorder-absent"  # no program that records, or no microphone
    RECORDING_SILENT = "recording-silent"  # name: nothing is heard in it
    SOUND_FILE_UNREADABLE = "sound-file-unreadable"  # name: not a WAV file of plain samples
    SOUND_TOO_LONG = "sound-too-long"  # name, most (seconds)
    VOICE_UNSAYABLE = "voice-unsayable"  # label, signs: no clip says them
    # the link and the server
    LINK_DOWN = "link-down"  # detail
    CAPTIVE_PAGE = "captive-page"  # host, detail: somebody else's page came instead of the server's answer
    PROXY_REFUSED = "proxy-refused"
    CERTIFICATE_EXPIRED = "certificate-expired"  # host, detail
    CERTIFICATE_NOT_YET = "certificate-not-yet"  # host, detail: it becomes valid later than this machine's clock says
    CERTIFICATE_HOST = "certificate-host"  # host, detail: it is another host's
    CERTIFICATE_UNKNOWN = "certificate-unknown"  # host, detail: nobody trusted signed it
    CERTIFICATE_SELF_SIGNED = "certificate-self-signed"  # host, detail: nobody but itself signed it
    CERTIFICATE_STATION = "certificate-station"  # host, new: no machine of the office that is known here made it
    TLS_FAILED = "tls-failed"  # host, detail: the connection ended while encryption was agreed on
    PLAIN_ANSWER = "plain-answer"  # host: it answers without encryption
    PLAIN_REFUSED = "plain-refused"  # host: an address without encryption, and not of this machine
    CA_FILE_INVALID = "ca-file-invalid"  # path: no certificates of an authority
    PROXY_INVALID = "proxy-invalid"  # proxy: no address of one
    TLS_FILES_INVALID = "tls-files-invalid"  # path, detail: a server's certificate, or its key
    JOIN_CODE_SHORT = "join-code-short"  # the part by which the office's machine is known is missing
    SERVER_NEWER = "server-newer"  # server, own: versions of the protocol
    SERVER_OLDER = "server-older"  # server, own
    SERVER_REFUSED = "server-refused"  # status, title
    SERVER_FULL = "server-full"
    STORE_AWAY = "store-away"
    DATABASE_ADDRESS = "database-address"  # detail: no address of a PostgreSQL
    DATABASE_PLAIN = "database-plain"  # host: on the network, and not asked to encrypt and to prove itself
    DATABASE_CA = "database-ca"  # path: no certificates of an authority
    DATABASE_STRANGE = "database-strange"  # detail: it did not prove itself, or does not encrypt
    BLOBS_ADDRESS = "blobs-address"  # address, detail: where a server is to keep blobs
    PROVINCE_UNSET = "province-unset"
    STICK_NOT_WRITABLE = "stick-not-writable"  # path, detail
    STICK_UNREADABLE = "stick-unreadable"  # path, detail
    STICK_DAMAGED = "stick-damaged"  # path, detail
    STICK_NOT_OURS = "stick-not-ours"  # path
    STICK_EMPTY = "stick-empty"  # path
    STICK_WITHOUT_KEY = "stick-without-key"  # path
    STICK_KEY_STRANGE = "stick-key-strange"  # fingerprint
    SERVER_BUSY = "server-busy"
    ENROLMENT_REFUSED = "enrolment-refused"
    NOTHING_TO_RESTORE = "nothing-to-restore"
    STATION_UNKNOWN = "station-unknown"  # station
    STATION_REVOKED = "station-revoked"  # station
    STATION_NEEDED = "station-needed"  # name: this machine, or the one that keeps the queue
    CLOCK_WRONG = "clock-wrong"  # minutes: how far this machine's clock is from the server's
    SEQUENCE_GAP = "sequence-gap"  # station, expected
    SEQUENCE_CONFLICT = "sequence-conflict"  # station, seq: the server has another entry of this very station there
    STATION_BEHIND = "station-behind"  # missing: so many of this station's own entries the server has, and it not
    CHECKPOINT_BROKEN = "checkpoint-broken"  # station, seq: not the entry that the server countersigned
    PROVINCE_KEY_CHANGED = "province-key-changed"  # fingerprint: of the key that the server signs with now
    ENTRY_INVALID = "entry-invalid"  # station, seq, detail
    PORT_TAKEN = "port-taken"  # host, port
    # backups and restoring from one
    BACKUP_PLACE_UNSET = "backup-place-unset"
    BACKUP_PLACE_ABSENT = "backup-place-absent"  # path: the folder or the stick is not there
    BACKUP_PLACE_INSIDE = "backup-place-inside"  # path: it is within the data folder
    BACKUP_NO_ROOM = "backup-no-room"  # path, megabytes
    BACKUP_NOT_WRITTEN = "backup-not-written"  # path, detail
    BACKUP_RUNNING = "backup-running"  # path: another backup goes there now
    BACKUP_STOPPED = "backup-stopped"  # somebody stopped it
    BACKUP_UNREADABLE = "backup-unreadable"  # path: no backup, or it cannot be read
    BACKUP_DAMAGED = "backup-damaged"  # path, detail
    BACKUP_TOO_NEW = "backup-too-new"  # path
    BACKUP_OLD = "backup-old"  # days: the last one that has everything is so old
    BACKUP_NOT_OURS = "backup-not-ours"  # path, owner
    RECOVERY_UNSET = "recovery-unset"  # nobody could ever open a backup
    RECOVERY_WRONG = "recovery-wrong"
    RECOVERY_WEAK = "recovery-weak"  # least
    RESTORE_NOT_EMPTY = "restore-not-empty"  # path
    # updates of the program
    UPDATES_NOT_OFFERED = "updates-not-offered"  # host: it publishes none
    UPDATES_STRANGE = "updates-strange"  # fingerprint: nobody compared yet whose signature is to be believed
    UPDATE_UNSIGNED = "update-unsigned"  # not signed by whom this machine believes
    UPDATE_EXPIRED = "update-expired"  # the list of updates is too old: the server, or this machine's clock
    UPDATE_OLDER = "update-older"  # an older list than the one that this machine has
    UPDATE_DAMAGED = "update-damaged"  # not the bytes that were signed
    UPDATE_NO_ROOM = "update-no-room"  # path, megabytes
    UPDATE_BUSY = "update-busy"  # another search, or another installation, is under way
    UPDATE_NEEDS_ROOT = "update-needs-root"  # command
    UPDATE_NO_PACKAGE = "update-no-package"  # this program was not installed as a package
    UPDATE_PACKAGE_WRONG = "update-package-wrong"  # path, detail
    UPDATE_NOT_INSTALLED = "update-not-installed"  # version, detail: the system refused it, and all is as it was
    UPDATE_TRIAL_FAILED = "update-trial-failed"  # version, former: which is back
    UPDATE_STRANDED = "update-stranded"  # version, former: it does not work, and neither did going back
    UPDATE_TAKEN_BACK = "update-taken-back"  # version, former: somebody went back by hand
    UPDATE_NO_WAY_BACK = "update-no-way-back"  # version: of the package that is not here
    UPDATE_DATA_NEWER = "update-data-newer"  # version: it cannot read the data any more
    UPDATE_KEY_MISSING = "update-key-missing"  # path
    UPDATE_PUBLISHED = "update-published"  # version: published already, and was another file
    # the security record
    SYSLOG_ADDRESS = "syslog-address"  # address: where a monitoring centre listens
    SYSLOG_AWAY = "syslog-away"
    SYSLOG_CERTIFICATE = "syslog-certificate"
    # what doctor finds
    JOURNAL_ALTERED = "journal-altered"  # where: the first of this station's own entries that does not fit
    WAL_LARGE = "wal-large"  # megabytes
    CA_FILE_ENDED = "ca-file-ended"  # path, day
    CA_FILE_ENDS = "ca-file-ends"  # path, day, days: soon
    CA_FILE_NOT_YET = "ca-file-not-yet"  # path, day
    SERVER_CERTIFICATE_ENDS = "server-certificate-ends"  # host, day, days: soon
    OFFICE_CERTIFICATE_OLD = "office-certificate-old"  # day
    OFFICE_CLOSED = "office-closed"  # this machine answers the office's others, and the program does not run
    HOST_UNKNOWN = "host-unknown"  # host: nobody knows its address
    HOST_CLOSED = "host-closed"  # host: it is there and takes no connection
    HOST_SILENT = "host-silent"  # host, seconds
    NETWORK_AWAY = "network-away"  # host: no way leads there
    PROGRAM_CRASHED = "program-crashed"  # number, at, path
    PROGRAM_ENDED = "program-ended"  # at: suddenly, and nobody started it since
    # the command line
    NO_DISPLAY = "no-display"
    OUTPUT_NOT_WRITABLE = "output-not-writable"  # path


class CounterError(Exception):
    """An expected error: shown politely in place, never a traceback."""

    def __init__(self, code: Code, /, **params: object) -> None:
        self.code = code
        self.params = params
        super().__init__(" ".join([code.value, *(f"{name}={value}" for name, value in params.items())]))


class DeviceError(CounterError):
    """A device cannot do what was asked; ``retryable`` says whether trying again without a hand may help."""

    def __init__(self, code: Code, /, *, retryable: bool = False, **params: object) -> None:
        super().__init__(code, **params)
        self.retryable = retryable
