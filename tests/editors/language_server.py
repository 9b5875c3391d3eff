"""A language server, talked to over its standard input and output as an editor does."""

import json
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Empty, Queue
from typing import Any, Self

_PATIENCE = 60.0
"""Seconds for an answer; on two busy cores the first takes a few."""


class LanguageServer:
    """One server process with its settings; use it in a `with`."""

    def __init__(self, command: Sequence[str], settings: Mapping[str, Any]) -> None:
        self._settings = settings
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._said: Queue[dict[str, Any]] = Queue()
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._versions: dict[str, int] = {}
        self._asked = 0
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def __enter__(self) -> Self:
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": None,
                "capabilities": {
                    "textDocument": {
                        "completion": {"completionItem": {"snippetSupport": True}},
                        "hover": {"contentFormat": ["markdown", "plaintext"]},
                    },
                    "workspace": {"configuration": True},
                },
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._listener.join()
        self._process.communicate()

    def diagnostics(self, path: Path, text: str) -> list[str]:
        """What it says of a text, each with the line, counted from 1."""
        uri = self._open(path, text)
        while uri not in self._diagnostics:
            self._take()
        return [
            f"{found['range']['start']['line'] + 1}: {found['message']}"
            for found in self._diagnostics[uri]
        ]

    def completions(self, path: Path, marked: str) -> list[str]:
        """What it offers at the ‸ in a text."""
        text, position = _cursor(marked)
        uri = self._open(path, text)
        answer = self._ask(
            "textDocument/completion", {"textDocument": {"uri": uri}, "position": position}
        )
        items = answer if isinstance(answer, list) else answer["items"]
        return [item["label"] for item in items]

    def hover(self, path: Path, marked: str) -> str:
        """What it tells of the word at the ‸."""
        text, position = _cursor(marked)
        uri = self._open(path, text)
        answer = self._ask(
            "textDocument/hover", {"textDocument": {"uri": uri}, "position": position}
        )
        return "" if answer is None else str(answer["contents"]["value"])

    # ---- the protocol

    def _open(self, path: Path, text: str) -> str:
        uri = path.as_uri()
        self._diagnostics.pop(uri, None)
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        if version == 1:
            document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": document})
        else:
            changed = {"uri": uri, "version": version}
            self._tell(
                "textDocument/didChange",
                {"textDocument": changed, "contentChanges": [{"text": text}]},
            )
        return uri

    def _tell(self, method: str, parameters: Mapping[str, Any]) -> None:
        self._write({"method": method, "params": parameters})

    def _ask(self, method: str, parameters: Mapping[str, Any]) -> Any:
        self._asked += 1
        number = self._asked
        self._write({"id": number, "method": method, "params": parameters})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _take(self) -> dict[str, Any]:
        """The next message; questions of the server are answered on the way."""
        try:
            message = self._said.get(timeout=_PATIENCE)
        except Empty:
            raise AssertionError("the language server says nothing") from None
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            parameters = message["params"]
            self._diagnostics[parameters["uri"]] = parameters["diagnostics"]
        elif method == "workspace/configuration":
            sections = [item.get("section", "") for item in message["params"]["items"]]
            answers = [self._settings.get(section) for section in sections]
            self._write({"id": message["id"], "result": answers})
        elif method is not None and "id" in message:
            self._write({"id": message["id"], "result": None})
        return message

    def _write(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        stream = self._process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stream.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                line = stream.readline()
            self._said.put(json.loads(stream.read(length)))


def _cursor(marked: str) -> tuple[str, dict[str, int]]:
    before, _, after = marked.partition("‸")
    lines = before.split("\n")
    return before + after, {"line": len(lines) - 1, "character": len(lines[-1])}
