"""PostgreSQL as an attacker speaks to it: statement by statement, with the server's own words."""
import ctypes
import ctypes.util

OK, TUPLES, COPY_OUT, COPY_IN = 1, 2, 3, 4
# Which field of an error: its code, its first line, its detail
CODE, MESSAGE, DETAIL = ord('C'), ord('M'), ord('D')


class Notify(ctypes.Structure):
    _fields_ = [('channel', ctypes.c_char_p), ('pid', ctypes.c_int), ('said', ctypes.c_char_p)]


KINDS = {'p': ctypes.c_void_p, 's': ctypes.c_char_p, 'i': ctypes.c_int, '-': None,
         'a': ctypes.POINTER(ctypes.c_void_p), 'n': ctypes.POINTER(Notify),
         'f': ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_char_p)}
LIBPQ = ctypes.CDLL(ctypes.util.find_library('pq') or 'libpq.so.5')
# A function, what it returns and what it takes
for name, result, arguments in (
        ('PQconnectdb', 'p', 's'), ('PQstatus', 'i', 'p'), ('PQerrorMessage', 's', 'p'),
        ('PQfinish', '-', 'p'), ('PQexec', 'p', 'ps'), ('PQresultStatus', 'i', 'p'),
        ('PQresultErrorField', 's', 'pi'), ('PQntuples', 'i', 'p'), ('PQnfields', 'i', 'p'),
        ('PQgetvalue', 's', 'pii'), ('PQgetisnull', 'i', 'pii'), ('PQcmdTuples', 's', 'p'),
        ('PQclear', '-', 'p'), ('PQputCopyData', 'i', 'psi'), ('PQputCopyEnd', 'i', 'ps'),
        ('PQgetCopyData', 'i', 'pai'), ('PQgetResult', 'p', 'p'), ('PQconsumeInput', 'i', 'p'),
        ('PQnotifies', 'n', 'p'), ('PQfreemem', '-', 'p'), ('PQencryptPasswordConn', 'p', 'psss'),
        ('PQsetNoticeProcessor', 'p', 'pfp')):
    function = getattr(LIBPQ, name)
    function.restype, function.argtypes = KINDS[result], [KINDS[letter] for letter in arguments]


class Answer:
    """rows: what came; count: of changed rows; code, error, detail: None where it was done."""

    def __init__(self, result):
        field = LIBPQ.PQresultErrorField
        self.code, self.error, self.detail = (
            value and value.decode() for value in (field(result, CODE), field(result, MESSAGE),
                                                   field(result, DETAIL)))
        self.rows = [tuple(None if LIBPQ.PQgetisnull(result, row, column)
                           else LIBPQ.PQgetvalue(result, row, column).decode()
                           for column in range(LIBPQ.PQnfields(result)))
                     for row in range(LIBPQ.PQntuples(result))]
        self.count = int(LIBPQ.PQcmdTuples(result) or 0)

    def __repr__(self):
        return f'{self.code}: {self.error} {self.detail or ""}' if self.code else str(self.rows)


class Refused(Exception):
    pass


class Session:
    """A connection; copied: what a COPY FROM STDIN is given."""

    def __init__(self, uri):
        self.notices, self.copied = [], ''
        self.connection = LIBPQ.PQconnectdb(uri.encode())
        if LIBPQ.PQstatus(self.connection) != 0:
            said = LIBPQ.PQerrorMessage(self.connection).decode()
            LIBPQ.PQfinish(self.connection)
            raise Refused(said)
        self.processor = KINDS['f'](lambda _, said: self.notices.append(said.decode()))
        LIBPQ.PQsetNoticeProcessor(self.connection, self.processor, None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        LIBPQ.PQfinish(self.connection)

    def run(self, sql):
        """The last of the statements' answers, or the first refusal."""
        result = LIBPQ.PQexec(self.connection, sql.encode())
        while LIBPQ.PQresultStatus(result) in (COPY_IN, COPY_OUT):
            result = self.copy(result)
        answer = Answer(result)
        LIBPQ.PQclear(result)
        return answer

    def copy(self, result):
        lines, status = [], LIBPQ.PQresultStatus(result)
        LIBPQ.PQclear(result)
        if status == COPY_IN:
            data = self.copied.encode()
            LIBPQ.PQputCopyData(self.connection, data, len(data))
            LIBPQ.PQputCopyEnd(self.connection, None)
        else:
            line = ctypes.c_void_p()
            while LIBPQ.PQgetCopyData(self.connection, ctypes.byref(line), 0) > 0:
                LIBPQ.PQfreemem(line)
        last = LIBPQ.PQgetResult(self.connection)
        while following := LIBPQ.PQgetResult(self.connection):
            LIBPQ.PQclear(last)
            last = following
        return last

    def do(self, sql):
        answer = self.run(sql)
        assert answer.code is None, (sql, answer)
        return answer

    def one(self, sql):
        return self.do(sql).rows[0][0]

    def heard(self):
        """What was notified since, as texts."""
        self.do('SELECT 1')
        LIBPQ.PQconsumeInput(self.connection)
        said = []
        while notify := LIBPQ.PQnotifies(self.connection):
            said.append(notify.contents.said.decode())
            LIBPQ.PQfreemem(notify)
        return said

    def verifier(self, login, password):
        text = LIBPQ.PQencryptPasswordConn(self.connection, password.encode(), login.encode(),
                                           b'scram-sha-256')
        said = ctypes.string_at(text).decode()
        LIBPQ.PQfreemem(text)
        return said
