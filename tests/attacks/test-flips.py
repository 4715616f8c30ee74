"""Bytes of a backup flipped at random: `restore` takes nothing that is not what was saved, and `due` of
the file itself is right or says what is wrong. SARAP_TEST_FLIPS: how many files, 2000 for the whole."""
import os
import random
import re
import resource
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from files import remove
from ground import DAY, main
from here import SARAPCTL, files_of

FILES = int(os.environ.get('SARAP_TEST_FLIPS', 60))
SEED = int(os.environ.get('SARAP_TEST_SEED', 1))
WORKERS = 2
DUE = ['due', '--all', '--on', DAY, '--format', 'csv']
# Longer than any of these commands takes on a loaded machine, s
LONGEST = 240


class Flipper:
    def __init__(self, here):
        self.here = here
        base, self.backup = f'{here.folder}/base.sqlite', here.folder / 'backup.sqlite'
        here.done('demo', '--officers', '40', '--on', DAY, db=f'sqlite:{base}')
        here.done('backup', str(self.backup), db=f'sqlite:{base}')
        self.data = self.backup.read_bytes()
        self.due = here.done(*DUE, db=f'sqlite:{base}')
        here.done('export', f'{here.folder}/good', db=f'sqlite:{base}')
        self.good = files_of(here.folder / 'good')
        said = here.done('verify', db=f'sqlite:{base}')
        self.digest = re.search('[0-9a-f]{64}', said)[0]

    def run(self, path, *words):
        result = subprocess.run([SARAPCTL, *words, '--db', f'sqlite:{path}'], env=self.here.env,
                                stdin=subprocess.DEVNULL, capture_output=True, timeout=LONGEST,
                                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
        assert result.returncode in (0, 1, 3), (words, result.returncode, result.stderr[-300:])
        assert result.returncode == 0 or result.stderr, words
        return result.returncode, result.stdout.decode('utf-8', 'replace')

    def flip(self, number):
        """A file of damage that this number stands for."""
        dice, data = random.Random(f'{SEED} {number}'), bytearray(self.data)
        for _ in range(dice.choice((1, 1, 1, 4, 16))):
            data[dice.randrange(len(data))] ^= dice.randrange(1, 256)
        path = self.here.folder / f'flipped-{number}.sqlite'
        path.write_bytes(data)
        return path

    def try_one(self, number):
        """What was taken, and what of it was wrong without a word."""
        path, into, wrong = self.flip(number), self.here.folder / f'into-{number}.sqlite', []
        restored, _ = self.run(into, 'restore', str(path))
        if restored == 0:
            folder = Path(f'{into}.csv')
            if self.run(into, 'export', str(folder))[0] != 0 or files_of(folder) != self.good \
                    or self.run(into, 'verify', '--since', self.digest)[0] != 0:
                wrong.append(f'file {number} of seed {SEED} was restored, and it is another')
        status, due = self.run(path, *DUE)
        if status == 0 and due != self.due:
            wrong.append(f'file {number} of seed {SEED}: due is another without a word')
        if not wrong:
            remove(path)
        remove(into)
        return restored == 0, status == 0, wrong


def flips(here):
    flipper = Flipper(here)
    with ThreadPoolExecutor(WORKERS) as pool:
        found = list(pool.map(flipper.try_one, range(FILES)))
    wrong = [what for _, _, faults in found for what in faults]
    print(f'# {FILES} files, {sum(f[0] for f in found)} restored, {sum(f[1] for f in found)} told who is'
          f' due, {len(wrong)} wrong without a word')
    assert not wrong, '\n'.join(wrong)


def cut(here):
    """A file that ends too early is refused at any length."""
    flipper = Flipper(here)
    for part in range(0, 20):
        path = here.folder / 'cut.sqlite'
        path.write_bytes(flipper.data[:len(flipper.data) * part // 20])
        assert flipper.run(here.folder / 'into.sqlite', 'restore', str(path))[0] == 1, part
        assert flipper.run(path, *DUE)[0] != 0, part
        remove(path)


if __name__ == '__main__':
    main([(case, 'sqlite') for case in (flips, cut)])
