"""A port that leads to the test server, and at some moment lets nothing through any more while all
connections stay: as if the server hung without dying, or the network were cut without a word."""
import select
import socket
import threading
import urllib.parse


class Proxy:
    """Silent once the program says the word to the server; from the beginning without one."""

    def __init__(self, uri, word=None):
        self.address = urllib.parse.urlsplit(uri)
        self.word = word
        self.silent = word is None
        self.listener = socket.create_server(('127.0.0.1', 0))
        login = self.address.netloc.rpartition('@')[0]
        port = self.listener.getsockname()[1]
        self.uri = self.address._replace(netloc=f'{login}@127.0.0.1:{port}').geturl()
        self.ended = False
        self.sockets = [self.listener]

    def __enter__(self):
        threading.Thread(target=self.accept, daemon=True).start()
        return self

    def __exit__(self, *exception):
        self.ended = True
        for one in self.sockets:
            one.close()

    def accept(self):
        while not self.ended:
            try:
                client = self.listener.accept()[0]
            except OSError:
                return
            server = socket.create_connection((self.address.hostname, self.address.port))
            self.sockets += client, server
            threading.Thread(target=self.pass_on, args=(client, server), daemon=True).start()

    def pass_on(self, client, server):
        try:
            while not self.silent:
                for one in select.select([client, server], [], [], 0.05)[0]:
                    data = one.recv(65536)
                    if one is client and self.word and self.word in data:
                        self.silent = True
                    if self.silent:
                        break
                    if not data:
                        # the other side is told as well
                        (client if one is server else server).shutdown(socket.SHUT_WR)
                        return
                    (client if one is server else server).sendall(data)
        except (OSError, ValueError):
            pass
