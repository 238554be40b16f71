"""Asks a workbench (`genryu serve`) as its description at /api/openapi.json says. Standard library only.

    python3 genryu_client.py http://127.0.0.1:8080 balance alliance
"""
import json
import sys
import time
import urllib.error
import urllib.request


class Workbench:
    def __init__(self, address, lang="en"):
        self.address = address.rstrip("/")
        self.lang = lang
        self.token = self.get("/api/session")["token"]

    def call(self, method, path, body=None):
        """One request; a refusal is raised with the sentences of its problem document."""
        request = urllib.request.Request(self.address + path, method=method)
        request.add_header("Accept-Language", self.lang)
        if method != "GET":
            request.add_header("X-Genryu-Token", self.token)
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode("utf-8")
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            problem = json.load(refused)
            raise ValueError("\n".join([problem["title"]] + [one["message"] for one in problem["findings"]])) from None

    def get(self, path):
        return self.call("GET", path)

    def ask(self, command, case, *words):
        """Asks a command and waits for its answer."""
        operation = self.call("POST", "/api/operations", {"command": command, "case": case, "words": list(words)})
        while operation["status"] in ("waiting", "running"):
            time.sleep(0.2)
            operation = self.get(operation["links"]["self"])
        if operation["status"] != "done":
            problem = operation.get("problem", {"title": operation["status"], "findings": []})
            raise ValueError("\n".join([problem["title"]] + [one["message"] for one in problem["findings"]]))
        return operation

    def result(self, operation):
        return self.get(operation["links"]["result"])

    def table(self, operation, name):
        return self.get(operation["links"]["tables"] + "/" + name)


if __name__ == "__main__":
    bench = Workbench(sys.argv[1])
    try:
        done = bench.ask(*sys.argv[2:])
    except ValueError as refused:
        sys.exit(str(refused))
    prices = bench.table(done, "prices")
    units = {column["name"]: column["unit"] for column in prices["columns"]}
    print(json.dumps({"status": bench.result(done)["status"], "unit": units["price"], "prices": prices["rows"]}))
