"""A way from programs that only speak HTTPS to the bank's own hosts to a simulator on this machine.

A proxy on the loopback address takes every CONNECT, shows a certificate of its own and hands the plain bytes to the
simulator. The programs are pointed to it by the environment variables that such programs know (HTTPS_PROXY,
SSL_CERT_FILE, REQUESTS_CA_BUNDLE); nothing of them is changed, and nothing leaves this machine.
"""

import os
import pathlib
import socket
import ssl
import subprocess
import threading

HOSTS = ["api.wise.com", "api.wise-sandbox.com", "api.transferwise.com", "api.sandbox.transferwise.tech"]


class Bridge:
    """Serves until the process ends."""

    def __init__(self, folder, port):
        self.simulator = ("127.0.0.1", port)
        self.certificate = self.make_certificate(pathlib.Path(folder))
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(self.certificate, str(pathlib.Path(folder) / "key.pem"))
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self.accept, daemon=True).start()

    def environment(self):
        """The variables by which a program finds the way."""
        proxy = "http://127.0.0.1:%d" % self.listener.getsockname()[1]
        certificate = str(self.certificate)
        return {**os.environ, "HTTPS_PROXY": proxy, "https_proxy": proxy, "NO_PROXY": "", "no_proxy": "",
                "SIMULATOR": "http://%s:%d" % self.simulator,
                "SSL_CERT_FILE": certificate, "REQUESTS_CA_BUNDLE": certificate}

    @staticmethod
    def make_certificate(folder):
        """A certificate for the bank's hosts, good for this folder's life."""
        path = folder / "certificate.pem"
        names = ",".join("DNS:" + host for host in HOSTS)
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=simulator",
             "-addext", "subjectAltName=" + names, "-keyout", str(folder / "key.pem"), "-out", str(path)],
            check=True, stderr=subprocess.DEVNULL)
        return path

    def accept(self):
        """A thread for each connection; the programs make few."""
        while True:
            connection, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        """One tunnel."""
        head = b""
        while b"\r\n\r\n" not in head:
            part = connection.recv(4096)
            if not part:
                return
            head += part
        host = head.split(b" ")[1].split(b":")[0].decode()
        if not head.startswith(b"CONNECT ") or host not in HOSTS:
            connection.sendall(b"HTTP/1.1 403 Forbidden\r\n\r\n")
            connection.close()
            return
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        try:
            client = self.context.wrap_socket(connection, server_side=True)
        except OSError:
            return
        server = socket.create_connection(self.simulator)
        threading.Thread(target=self.copy, args=(server, client), daemon=True).start()
        self.copy(client, server)

    @staticmethod
    def copy(source, target):
        """Bytes in one direction until the end."""
        try:
            while part := source.recv(65536):
                target.sendall(part)
        except OSError:
            pass
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
