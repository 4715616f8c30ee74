"""A server that hangs without dying: sarapctl says so within ten seconds, and gives up."""
import subprocess
import time
import urllib.parse
from pathlib import Path

from here import GOLDEN, POSTGRESQL, SARAPCTL, main, psql
from proxy import Proxy

# Seconds that this machine may take besides
SLACK = 5


def timed(here, *words, db):
    began = time.monotonic()
    result = here.run(*words, db=db)
    return result, time.monotonic() - began


def while_connecting(here):
    with Proxy(here.name) as proxy:
        result, took = timed(here, 'due', db=proxy.uri)
    assert result.returncode == 3 and 'does not answer' in result.stderr, result
    assert took < 10 + SLACK, took


def without_password(here):
    """Who lists the processes of the computer reads no password, whatever form it was given in."""
    password = urllib.parse.urlsplit(POSTGRESQL).password
    with Proxy(here.name) as proxy:
        separate = proxy.uri.replace(f':{password}@', '@') + '?password=' + password
        encoded = separate.replace('password=', 'pass%77ord=')
        for words in (['--db', proxy.uri], ['--db=' + proxy.uri], ['--db', separate],
                      ['--db', encoded]):
            before = len(proxy.sockets)
            with subprocess.Popen([SARAPCTL, 'due', *words], env=here.env,
                                  stderr=subprocess.PIPE) as running:
                until = time.monotonic() + 10 + SLACK
                while len(proxy.sockets) == before and time.monotonic() < until:
                    time.sleep(0.02)
                shown = Path(f'/proc/{running.pid}/cmdline').read_bytes().decode()
                running.communicate()
            assert len(proxy.sockets) > before and running.returncode == 3, words
            assert password not in shown and 'due' in shown and '--db' in shown, shown


def while_reading(here):
    here.golden()
    with Proxy(here.name, b'officer') as proxy:
        result, took = timed(here, 'due', db=proxy.uri)
    said = result.stderr.splitlines()
    assert result.returncode == 3, result
    assert 'has not answered for some ten seconds' in said[0] and 'administrator' in said[0], said
    assert 'still does not answer' in said[1] and 'cannot be reached' in said[2], said
    assert len(said) == 3 and took < 20 + SLACK, (said, took)


def while_saving(here):
    here.done('init')
    with Proxy(here.name, b'COMMIT') as proxy:
        result, _ = timed(here, 'import', str(GOLDEN), db=proxy.uri)
    assert result.returncode == 3, result
    assert 'not known whether the change was saved' in result.stderr, result.stderr


def slow_but_answering(here):
    """A statement that takes longer than a silent server is waited for is no silent server."""
    here.golden()
    psql(here.name, 'ALTER TABLE officer RENAME TO officer_table')
    psql(here.name, 'CREATE VIEW officer AS SELECT o.* FROM officer_table o, pg_sleep (12)')
    result, took = timed(here, 'due', '--all', db=here.name)
    assert result.stderr == '' and result.returncode == 0 and took > 12, (result, took)


if __name__ == '__main__':
    main([(case, 'postgresql') for case in (while_connecting, without_password, while_reading,
                                            while_saving, slow_but_answering)])
