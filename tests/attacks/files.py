"""A file of SQLite in the hands of somebody who knows the program's source: the functions that its
triggers call, and edits with the triggers off that leave the schema as it was, word for word."""
import base64
import hashlib
import json
import os
import shutil
import sqlite3

ACTOR = 'clerk'


def text_of(value):
    return None if value is None else str(value)


def canonical(values):
    """Each value as its length in bytes, a colon, its bytes and a comma; a dash for none."""
    return b''.join(b'-' if value is None else b'%d:%s,' % (len(text := str(value).encode()), text)
                    for value in values)


def digest(*values):
    return base64.b64encode(hashlib.sha256(canonical(values)).digest()[:15]).decode()


def line_digest(*values):
    return hashlib.sha256(canonical(values)).hexdigest()


def chain(before, seq, line):
    return hashlib.sha256(f'{before}{seq}{line}'.encode()).hexdigest()


def detail(was, became, *fields):
    """The triple of each field: its name, what it was, what it is."""
    pairs = {fields[i]: [text_of(fields[i + 1]), text_of(fields[i + 2])]
             for i in range(0, len(fields), 3) if text_of(fields[i + 1]) != text_of(fields[i + 2])}
    return json.dumps({**pairs, '#': [was, became]}, ensure_ascii=False, separators=(',', ':'))


def open_file(path):
    db = sqlite3.connect(path, isolation_level=None)
    db.text_factory = lambda data: data.decode('utf-8', 'surrogateescape')
    db.create_function('sarap_mode', 0, lambda: 0)
    db.create_function('sarap_gather', -1, lambda *_: None)
    db.create_function('sarap_actor', 0, lambda: ACTOR)
    db.create_function('sarap_digest', -1, digest)
    db.create_function('sarap_line_digest', 8, line_digest)
    db.create_function('sarap_chain', 3, chain)
    db.create_function('sarap_detail', -1, detail)
    return db


def columns_of(path, table):
    with open_file(path) as db:
        return [row[1] for row in db.execute(f'PRAGMA table_info ({table})')]


def edit(path, *statements):
    """Runs them while nothing watches; a function among them is given the connection."""
    db = open_file(path)
    db.execute('PRAGMA foreign_keys = OFF')
    db.execute('PRAGMA ignore_check_constraints = ON')
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    db.execute('BEGIN')
    for name, _ in triggers:
        db.execute(f'DROP TRIGGER {name}')
    for statement in statements:
        if callable(statement):
            statement(db)
        else:
            db.execute(statement)
    for _, sql in triggers:
        db.execute(sql)
    db.execute('COMMIT')
    db.close()


def write(path, *statements):
    """Writes as the program does: each change gets its line."""
    db = open_file(path)
    db.execute('PRAGMA foreign_keys = ON')
    for statement in statements:
        db.execute(statement)
    db.close()


def copy(path, to):
    remove(to)
    shutil.copy(path, to)


def remove(path):
    for end in ('', '-wal', '-shm', '-journal'):
        if os.path.exists(f'{path}{end}'):
            os.remove(f'{path}{end}')


def write_chain_anew(db, first=1):
    """All lines' digests from that line on, and the head."""
    before = db.execute('SELECT chain FROM audit WHERE seq = ?', (first - 1,)).fetchone()
    before = before[0] if before else ''
    lines = db.execute('SELECT seq, salt, moment, actor, action, record, record_id, officer_id, detail'
                       ' FROM audit WHERE seq >= ? ORDER BY seq', (first,)).fetchall()
    for seq, *said in lines:
        line = line_digest(*said)
        before = chain(before, seq, line)
        db.execute('UPDATE audit SET digest = ?, chain = ? WHERE seq = ?', (line, before, seq))
    db.execute('UPDATE audit_head SET chain = ?, seq = (SELECT max (seq) FROM audit)', (before,))
