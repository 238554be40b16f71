"""Asks a workbench (`genryu serve`) as its description at /api/openapi.json says. Standard library only.

    python3 genryu_client.py http://127.0.0.1:8080 balance alliance

Where the workbench is shared, GENRYU_NAME and GENRYU_PASSWORD of the environment say who asks.
"""
import json
import os
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


class Workbench:
    def __init__(self, address, lang="en", name="", password=""):
        self.address = address.rstrip("/")
        self.lang = lang
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        if name:
            self.log_in(name, password)
        self.token = self.get("/api/session")["token"]

    def log_in(self, name, password):
        """As the form of the page does: the word in it and the cookie that came with it belong together."""
        with self.browser.open(self.address + "/login?lang=" + self.lang) as page:
            word = re.search(r'name="token" value="(\w+)"', page.read().decode("utf-8")).group(1)
        fields = {"name": name, "password": password, "token": word, "to": "/api/session", "lang": self.lang}
        self.browser.open(self.address + "/login", urllib.parse.urlencode(fields).encode("ascii")).close()

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
            with self.browser.open(request) as answer:
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
    try:
        me = {"name": os.environ.get("GENRYU_NAME", ""), "password": os.environ.get("GENRYU_PASSWORD", "")}
        bench = Workbench(sys.argv[1], **me)
        done = bench.ask(*sys.argv[2:])
    except ValueError as refused:
        sys.exit(str(refused))
    prices = bench.table(done, "prices")
    units = {column["name"]: column["unit"] for column in prices["columns"]}
    print(json.dumps({"status": bench.result(done)["status"], "unit": units["price"], "prices": prices["rows"]}))
