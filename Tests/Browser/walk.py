"""Walks a request from registration to the issued letter as two people, in headless Chromium: once
without JavaScript and once with it. Every page is checked with axe and at three widths.

usage: walk.py STEELYARD [--pictures FOLDER]
"""

import argparse
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

import files

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect, sync_playwright

PASSWORD = "ledger harbour maple drift"
failures: list[str] = []
checked = 0


class Server:
    """The workbench on a port of its own, with a new store."""

    def __init__(self, program: str):
        self.data = tempfile.mkdtemp(prefix="steelyard-walk-")
        self.process = subprocess.Popen(
            [program, "serve", "--data", self.data, "--port", "0"],
            stdout=subprocess.PIPE, text=True)
        self.address, self.link = "", ""
        while not (self.address and self.link):
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit("the workbench did not start")
            if line.startswith("Steelyard is at "):
                self.address = line.split(" at ")[1].strip()
            if line.startswith("First sign-in"):
                self.link = line.rsplit(" ", 1)[1].strip()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)
        shutil.rmtree(self.data, ignore_errors=True)


class Walk:
    """One way through the pages, with or without JavaScript."""

    def __init__(self, browser, server: Server, scripted: bool, pictures: pathlib.Path | None):
        self.browser, self.server, self.scripted = browser, server, scripted
        self.pictures, self.axe = pictures, Axe()
        self.seen: set[str] = set()

    def person(self) -> Page:
        context = self.browser.new_context(
            java_script_enabled=self.scripted, viewport={"width": 1280, "height": 900},
            base_url=self.server.address)
        page = context.new_page()
        page.on("pageerror", lambda error: failures.append(f"script error: {error}"))
        page.on("console", lambda message: failures.append(f"console: {message.text}")
                if message.type == "error" and "status of 4" not in message.text else None)
        page.set_default_timeout(10_000)
        return page

    def look(self, page: Page, name: str):
        """Checks the page that is open: axe, no sideways scrolling on a phone, and a picture."""
        global checked
        if name in self.seen:
            return
        self.seen.add(name)
        checked += 1
        if self.scripted:
            # axe itself is a script, so pages are checked where scripts run; the HTML is the same.
            for violation in self.axe.run(page).response["violations"]:
                nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:2])
                failures.append(f"{name}: axe: {violation['id']}: {violation['help']}: {nodes}")
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 900})
            if self.scripted:
                over = page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if over > 0:
                    failures.append(f"{name}: scrolls sideways by {over} px at {width} px")
            if self.pictures and width != 320:
                page.screenshot(
                    path=self.pictures / f"{name}-{width}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})

    def set_up(self, page: Page, link: str):
        page.goto(link.replace(self.server.address, ""))
        page.get_by_label("Password", exact=True).fill("short")
        page.get_by_label("The same again").fill("short")
        page.get_by_role("button", name="Set the password").click()
        expect(page.get_by_role("alert")).to_contain_text("12 characters")
        self.look(page, "set-up")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_label("The same again").fill(PASSWORD)
        page.get_by_role("button", name="Set the password").click()

    def invite(self, page: Page, name: str, email: str, role: str) -> str:
        page.goto("/people")
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_label("E-mail address").fill(email)
        page.get_by_label(role, exact=True).check()
        page.get_by_role("button", name="Make a set-up link").click()
        self.look(page, "people")
        return page.locator(".banner code").inner_text()

    def save(self, page: Page, name: str | None = None):
        if name:
            self.look(page, name)
        page.locator("button[value=save]").click()

    # MARK: the steps

    def read_letter(self, page: Page):
        """Any authority's letter, pasted and then uploaded, shown part by part."""
        page.goto("/read")
        self.look(page, "read")
        page.get_by_role("button", name="Read it").click()
        expect(page.get_by_role("alert")).to_contain_text("nothing to read")
        letter = pathlib.Path(__file__).with_name("letter.txt")
        page.get_by_label("Or upload it").set_input_files(letter)
        page.get_by_role("button", name="Read it").click()
        expect(page.get_by_role("heading", name="What the letter says")).to_be_visible()
        for part in ("harm", "factors_for", "factors_against", "balance"):
            expect(page.locator(f".marked .part.{part}").first).to_be_visible()
        # From the words to the finding and back, by their links.
        words = page.locator(".marked p .ref").first
        target = words.get_attribute("href")
        words.click()
        expect(page.locator(target)).to_be_visible()
        expect(page.locator(f"{target} a.ref")).to_have_attribute(
            "href", "#" + words.get_attribute("id"))
        self.look(page, "read-marked")

    # MARK: the steps of a case

    def administrator(self) -> tuple[str, str, str]:
        page = self.person()
        self.set_up(page, self.server.link)
        page.goto("/settings")
        page.get_by_label("Name", exact=True).fill("Northmoor Police")
        page.get_by_label("Where to ask for an internal review").fill("foi.review@northmoor-police.example")
        page.get_by_label("Postal address").fill("Castle Road\nNorthmoor NM1 4QZ")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("Saved.")).to_be_visible()
        self.look(page, "settings")
        links = (
            self.invite(page, "Robin Vale", "officer@northmoor-police.example", "Officer"),
            self.invite(page, "Sam Okoro", "decisions@northmoor-police.example", "Decision maker"),
            self.invite(page, "Ines Park", "ict@northmoor-police.example", "Information owner"),
        )
        page.get_by_role("button", name="Sign out").click()
        self.look(page, "sign-in")
        page.get_by_label("E-mail address").fill("officer@northmoor-police.example")
        page.get_by_label("Password").fill("not the password")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_contain_text("do not belong together")
        page.context.close()
        return links

    def register(self, page: Page) -> str:
        page.goto("/register")
        page.get_by_role("button", name="Read it").click()
        expect(page.get_by_role("alert")).to_contain_text("nothing to register")
        self.look(page, "register")
        fixture = pathlib.Path(__file__).parent / "request.eml"
        page.get_by_label("Or upload it").set_input_files(fixture)
        page.get_by_role("button", name="Read it").click()
        expect(page.get_by_label("Name", exact=True)).to_have_value("Jo Ferris")
        questions = page.get_by_label("The questions")
        expect(questions).to_have_value(re.compile("Which companies"))
        self.look(page, "register-check")
        page.get_by_label("What it is about").fill("Suppliers and software that protect the network")
        page.get_by_label("Received on").fill("2099-01-01")
        page.get_by_role("button", name="Register the request").click()
        expect(page.get_by_role("alert")).to_contain_text("in the future")
        page.get_by_label("Received on").fill(self.received)
        page.get_by_role("button", name="Register the request").click()
        expect(page).to_have_url(re.compile(r"/cases/FOI-\d+-\d+"))
        self.look(page, "case-new")
        return page.url.replace(self.server.address, "")

    def holdings(self, page: Page, case: str):
        for number in (1, 2, 3):
            page.goto(f"{case}/questions/q{number}")
            page.get_by_label("Held", exact=True).check()
            page.get_by_label("Why").fill("The contracts register and the asset database hold it.")
            page.locator("#place-0").fill("Contracts register")
            page.locator("#terms-0").fill("ICT security, live contracts")
            page.locator("#by-0").fill("Procurement")
            page.locator("#on-0").fill(self.received)
            page.locator("#found-0").check()
            self.save(page, "holding")
        expect(page.get_by_text("not recorded")).to_have_count(0)

    def items(self, page: Page, case: str):
        for description, kind, question, outcome in (
            ("Names of the suppliers", "Supplier name", 1, "It is released"),
            ("Product names with version numbers", "Version", 2, "It is withheld"),
            ("Settings of the link to national systems", "Configuration", 2, "It is withheld"),
            ("Total spending a year", "Spend", 3, "It is released"),
        ):
            page.goto(f"{case}/items/new")
            page.get_by_label("What is it?").fill(description)
            page.get_by_label(kind, exact=True).check()
            page.locator(f"input[name=questions][value=q{question}]").check()
            page.get_by_label(outcome, exact=True).check()
            self.save(page, "item")

    def rely(self, page: Page, case: str, limb: str, items: list[str], reason: str):
        page.goto(f"{case}/exemptions/new")
        page.get_by_label("Which exemption?").select_option(limb)
        for item in items:
            page.get_by_label(item, exact=True).check()
        page.get_by_role("button", name="Check without saving").click()
        expect(page.get_by_text("What has to be shown")).to_be_visible()
        page.get_by_text("The whole entry in the statute book").click()
        expect(page.get_by_role("heading", name="What has to be on file")).to_be_visible()
        self.look(page, "reliance-law")
        page.get_by_label("Why does it apply").fill(reason)
        if limb == "foia-24-1":
            page.get_by_label("No: the information does not come from").check()
        page.locator("summary", has_text="What has to be on file").click()
        for field in page.locator("details input[type=text]").all():
            field.fill("In the case folder, checked 12 October")
        self.save(page, "reliance")

    def harm(self, page: Page, case: str, level: str, interest: str):
        """Goes through the chain from the page that relying on a limb leads to."""
        expect(page.get_by_role("heading", level=1)).to_contain_text("What does the exemption protect")
        page.get_by_label("The interest").fill(interest)
        self.save(page, "harm-interest")
        page.get_by_label("What it would show").fill("Which products, at which versions, guard the records")
        self.save(page, "harm-shows")
        page.get_by_label("Who", exact=True).fill("Groups that attack public bodies for ransom")
        page.get_by_label("How they would use it").fill("They match versions to published weaknesses and choose the day")
        self.save(page, "harm-use")
        page.get_by_label("The damage to the interest").fill("Custody and call handling stop for days")
        self.save(page, "harm-follows")
        page.locator("#says-0").fill("Versions shorten the work of an attacker from weeks to hours")
        page.locator("#source-0").fill("Head of ICT Security, statement")
        page.locator("#date-0").fill(self.received)
        self.save(page, "harm-evidence")
        page.locator("button[value=save]").wait_for()
        page.get_by_label(level, exact=True).check()
        page.get_by_label("Why that level").fill("Two of the products had a critical weakness published this year")
        self.save(page, "harm-likelihood")
        page.get_by_label("Serious").check()
        page.get_by_label("How far it would reach").fill("The whole force area")
        page.get_by_label("For how long").fill("As long as a version stays in use")
        self.save(page, "harm-severity")

    def weigh(self, page: Page, case: str):
        expect(page.get_by_role("heading", level=1)).to_contain_text("Weigh the public interest")
        weighing = page.url.replace(self.server.address, "")
        for side, words, weight in (
            ("disclose", "The public ought to see how the force protects the records it holds on people", "Moderate"),
            ("disclose", "Versions would let an expert judge whether the defences are kept up to date", "Considerable"),
            ("maintain", "Versions and settings tell an attacker which way in stands open today", "Very strong"),
            ("maintain", "Victims and callers would bear the consequences of systems that are down", "Considerable"),
        ):
            page.goto(f"{weighing}/factors/new?side={side}")
            page.get_by_label("The factor, in your own words").fill(words)
            page.get_by_label(weight, exact=True).check()
            page.get_by_label("Why that much?").fill("The statement on file shows it for this information")
            self.save(page, "factor")
        # A recognised factor is taken over from the list.
        page.locator(".side.disclose summary").click()
        page.locator(".side.disclose .offer a").first.click()
        page.get_by_label("The factor, in your own words").fill("Openness about what a police force buys counts here as it does everywhere")
        page.get_by_label("Slight", exact=True).check()
        page.get_by_label("Why that much?").fill("Suppliers and spending are released already")
        self.save(page)
        self.look(page, "weighing")
        page.get_by_role("link", name="Strike the balance").click()
        page.locator("button[value=save]").click()
        expect(page.get_by_role("alert")).to_contain_text("Say where the public interest lies")
        for answer in page.locator("textarea[name^=answer-]").all():
            answer.fill("Met in large part by naming the suppliers and the spending, which are released")
        page.get_by_label("How old is the information").fill("Current; versions are in use today")
        page.get_by_label("Your reasons").fill(
            "What is released serves the interest in openness. Versions and settings would add little to "
            "what the public learns and much to what an attacker learns.")
        page.get_by_label("in maintaining the exemption outweighs").check()
        self.save(page, "balance")

    def conclude(self, page: Page, case: str):
        page.goto(f"{case}/cumulative")
        for box in page.locator("input[name=reliances]").all():
            box.check()
        page.get_by_label("Your reasons").fill("Crime prevention and national security point the same way for the settings")
        page.get_by_label("in maintaining the exemptions outweighs").check()
        self.save(page, "cumulative")
        page.goto(f"{case}/alternatives/edit/names-without-versions")
        page.get_by_label("No, it was considered").check()
        page.get_by_label("What is given, or why").fill("One version is supported at a time, so the name gives it away")
        self.save(page, "alternative")
        page.goto(f"{case}/advice")
        page.get_by_label("Advice and assistance").fill("The award notices of these contracts are published on the contracts service.")
        self.save(page, "advice")
        page.goto(f"{case}/clock")
        self.look(page, "clock")
        page.get_by_text("Working, day by day").first.click()
        self.look(page, "clock-working")

    def judge(self, page: Page, case: str):
        """Answers the questions of judgement: one without its reason, then all."""
        page.goto(f"{case}/judgements")
        self.look(page, "judgements")
        questions = page.locator(".question")
        total = questions.count()
        assert total > 10, "the worked case asks questions"
        first = questions.first
        first.get_by_label("Not met").check()
        first.locator("xpath=ancestor::div[@class='group']").get_by_role("button").click()
        expect(page.get_by_role("alert")).to_contain_text("Say why")
        self.look(page, "judgements-wrong")
        for question in page.locator(".question").all():
            partly = question.get_attribute("id") == "question-RN-042"
            question.get_by_label("Met in part" if partly else "Met", exact=True).check()
            question.get_by_label("Why, unless").fill("One step rests on an older report" if partly else "")
        page.locator("form .actions button").last.click()
        expect(page.get_by_text(f"{total} of {total} questions answered")).to_be_visible()
        expect(page.locator(".said.unmet")).to_contain_text("One step rests on an older report")
        page.get_by_text("Change the answer").first.click()
        self.look(page, "judgements-answered")
        page.goto(case)
        expect(page.get_by_role("link", name=f"{total} of {total} questions answered")).to_be_visible()

    def asked_again(self, page: Page, case: str):
        """The advice was changed since, so the questions about the whole wording are open again."""
        page.goto(f"{case}/judgements")
        expect(page.get_by_text("Asked again:").first).to_be_visible()
        self.look(page, "judgements-asked-again")

    def letter(self, page: Page, case: str):
        page.goto(f"{case}/letter")
        self.look(page, "letter")
        expect(page.get_by_role("article")).to_contain_text("31(1)(a)")
        expect(page.get_by_role("article")).to_contain_text("Internal review")
        page.goto(f"{case}/letter/edit/rights")
        if page.get_by_label("The wording").count() == 0:
            page.goto(f"{case}/letter")
            page.locator("article a.edit").last.click()
        wording = page.get_by_label("The wording")
        wording.fill(wording.input_value() + "\n\nPlease quote the reference.")
        self.save(page, "letter-edit")
        expect(page.get_by_text("Edited by an officer")).to_be_visible()
        for kind in ("txt", "html", "docx"):
            answer = page.context.request.get(f"{case}/letter/file/{kind}")
            assert answer.ok and len(answer.body()) > 1000, f"letter as {kind}"
            if kind == "txt":
                assert "Jo Ferris" in answer.text(), "the letter is addressed"

    def release_files(self, page: Page, case: str):
        """A workbook that hides a sheet and a report with a version in it are made safe."""
        page.goto(f"{case}/release")
        self.look(page, "release-empty")
        page.get_by_role("button", name="Add and look into them").click()
        expect(page.get_by_role("alert")).to_contain_text("Choose the files")
        page.get_by_label("Files for the requester").set_input_files(
            {"name": "spending.xlsx", "mimeType": "", "buffer": files.workbook()})
        page.get_by_role("button", name="Add and look into them").click()
        expect(page.get_by_text("Alex Thornbury").first).to_be_visible()
        expect(page.get_by_text("Only a decision maker can accept").first).to_be_visible()
        self.look(page, "release-file")
        page.goto(f"{case}/release")
        expect(page.get_by_text("Not safe to release yet")).to_be_visible()
        self.look(page, "release")
        page.get_by_role("link", name="spending.xlsx").first.click()
        page.get_by_role("link", name="Choose sheets and cells").click()
        expect(page.get_by_text("Thornbury")).to_have_count(0)
        self.look(page, "release-cells")
        sheet = page.get_by_role("checkbox").first
        sheet.uncheck()
        page.get_by_role("button", name="New workbook").click()
        expect(page.get_by_role("alert")).to_contain_text("at least one sheet")
        self.look(page, "release-cells-wrong")
        page.get_by_role("checkbox").first.check()
        page.get_by_role("button", name="New workbook").click()
        expect(page.get_by_text("Nothing is hidden in the file")).to_be_visible()
        assert "Thornbury" not in page.content(), "the hidden sheet is gone"
        page.goto(f"{case}/release")
        page.get_by_label("Files for the requester").set_input_files(
            {"name": "report.pdf", "mimeType": "", "buffer": files.plan()})
        page.get_by_role("button", name="Add and look into them").click()
        page.get_by_role("link", name="Mark passages").click()
        self.look(page, "redact-empty")
        page.get_by_label("Words, wherever they stand").fill("GateOS 9.16")
        page.get_by_role("button", name="Mark the words").click()
        expect(page.get_by_role("alert")).to_contain_text("which exemption")
        page.get_by_label("Exemption", exact=True).select_option("s31(1)(a)")
        page.get_by_label("Words, wherever they stand").fill("GateOS 9.16")
        page.get_by_role("button", name="Mark the words").click()
        expect(page.get_by_text("1 place")).to_be_visible()
        expect(page.get_by_label("Exemption", exact=True)).to_have_value("s31(1)(a)")
        if self.scripted:
            self.draw(page)
        else:
            for edge, place in (("Left", 72), ("Top", 130), ("Right", 300), ("Bottom", 150)):
                page.get_by_label(edge, exact=True).fill(str(place))
            page.get_by_role("button", name="Mark the box").click()
        expect(page.get_by_role("link", name="Box on page 1")).to_be_visible()
        page.get_by_role("link", name="As released").click()
        self.look(page, "redact")
        page.get_by_role("button", name="Take out and prove").click()
        expect(page.get_by_text("Nothing is hidden in the file")).to_be_visible()
        page.goto(f"{case}/release")
        expect(page.get_by_role("heading", name="Schedule of withheld material")).to_be_visible()
        expect(page.get_by_text("Nothing is in the way")).to_be_visible()
        self.look(page, "release-safe")

    def draw(self, page: Page):
        """Draws a box with the mouse, takes it back, and draws one with the keyboard."""
        sheet = page.locator("[data-marking]")
        sheet.scroll_into_view_if_needed()
        bounds = sheet.bounding_box()
        page.mouse.move(bounds["x"] + bounds["width"] * .12, bounds["y"] + bounds["height"] * .15)
        page.mouse.down()
        page.mouse.move(bounds["x"] + bounds["width"] * .5, bounds["y"] + bounds["height"] * .18, steps=4)
        page.mouse.up()
        expect(page.get_by_role("link", name="Box on page 1")).to_be_visible()
        page.get_by_role("button", name="Undo the last").click()
        expect(page.get_by_role("link", name="Box on page 1")).to_have_count(0)
        page.locator("[data-marking]").focus()
        page.keyboard.press("Enter")
        for _ in range(4):
            page.keyboard.press("ArrowUp")
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Enter")

    def two_officers(self, page: Page, case: str):
        """Two windows save the same page: the second is told, and loses nothing."""
        other = page.context.new_page()
        page.goto(f"{case}/advice")
        other.goto(f"{case}/advice")
        other.get_by_label("Advice and assistance").fill("Saved first.")
        other.locator("button[value=save]").click()
        page.get_by_label("Advice and assistance").fill("Typed at the same time.")
        page.locator("button[value=save]").click()
        expect(page.get_by_text("Somebody else saved this in the meantime")).to_be_visible()
        expect(page.get_by_text("Saved first.")).to_be_visible()
        expect(page.get_by_label("Advice and assistance")).to_have_value("Typed at the same time.")
        self.look(page, "conflict")
        other.close()

    def live(self, page: Page, case: str):
        """With JavaScript, findings follow the typing without saving."""
        page.goto(f"{case}/harm/r1/follows")
        area = page.get_by_label("The damage to the interest")
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            area.fill("It might perhaps be possible that something could happen")
        expect(page.locator("[data-finding-for$='harm/follows'] .finding").first).to_be_visible()
        page.reload()
        expect(area).to_have_value("Custody and call handling stop for days")

    def information_owner(self, link: str, case: str):
        page = self.person()
        self.set_up(page, link)
        page.goto(case)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Suppliers")
        assert "Jo Ferris" not in page.content() and "ferris" not in page.content().lower()
        assert page.goto(f"{case}/requester").status == 403, "the requester is kept apart"
        self.look(page, "forbidden")
        assert page.goto(f"{case}/letter").status == 403
        page.context.close()

    def run(self):
        import datetime
        self.received = (datetime.date.today() - datetime.timedelta(days=6)).isoformat()
        officer_link, decision_link, owner_link = self.administrator()
        officer = self.person()
        self.set_up(officer, officer_link)
        case = self.register(officer)
        self.holdings(officer, case)
        self.items(officer, case)
        officer.goto(f"{case}/questions")
        self.look(officer, "questions")
        versions, settings = "Product names with version numbers", "Settings of the link to national systems"
        self.rely(officer, case, "foia-31-1-a", [versions, settings],
                  "Versions tell a reader which weaknesses the defences have today, and so help a break-in")
        self.harm(officer, case, "It would be likely to happen",
                  "The prevention and detection of crime by means of the network")
        self.weigh(officer, case)
        self.rely(officer, case, "foia-24-1", [settings],
                  "The settings describe the gateway to national systems, and keeping them safe needs this")
        self.harm(officer, case, "Exemption is required for the purpose",
                  "The security of the United Kingdom, so far as it rests on national systems")
        self.weigh(officer, case)
        self.conclude(officer, case)
        self.judge(officer, case)
        officer.goto(case)
        self.look(officer, "case")
        if self.scripted:
            self.live(officer, case)
        self.two_officers(officer, case)
        self.asked_again(officer, case)
        self.letter(officer, case)
        self.release_files(officer, case)
        self.information_owner(owner_link, case)

        officer.goto(f"{case}/approval")
        officer.get_by_role("button", name="Send for approval").click()
        expect(officer.get_by_text("Awaiting approval")).to_be_visible()
        expect(officer.get_by_role("button", name="Approve")).to_have_count(0)

        decision_maker = self.person()
        self.set_up(decision_maker, decision_link)
        self.look(decision_maker, "work-list")
        decision_maker.goto(f"{case}/approval")
        self.look(decision_maker, "approval")
        despite = decision_maker.get_by_label("Why do you approve in spite")
        if despite.count():
            failures.append("the worked case has unlawful findings: "
                            + decision_maker.locator(".finding.unlawful").first.inner_text())
            despite.fill("Tested")
        decision_maker.get_by_role("button", name="Approve the decision").click()
        expect(decision_maker.get_by_text("Issue the letter").first).to_be_visible()
        decision_maker.get_by_role("button", name="Issue the letter").click()
        expect(decision_maker.get_by_text("Issued on")).to_be_visible()
        self.look(decision_maker, "issued")
        decision_maker.goto(f"{case}/release")
        downloads = decision_maker.get_by_role("link", name="Download")
        expect(downloads).to_have_count(2)
        for link in downloads.all():
            answer = decision_maker.context.request.get(link.get_attribute("href"))
            assert answer.ok and b"GateOS" not in answer.body() and b"Thornbury" not in answer.body()
        decision_maker.goto(f"{case}/history")
        self.look(decision_maker, "history")
        for words in ("Request registered", "Balance struck", "Sent for approval", "Approved", "Letter issued"):
            if words == "Letter issued":
                words = "Issued"
            expect(decision_maker.get_by_text(words).first).to_be_visible()
        decision_maker.goto(f"{case}/papers")
        expect(decision_maker.get_by_role("heading", name="What was judged")).to_be_visible()
        self.look(decision_maker, "papers")
        decision_maker.goto(f"{case}/requester")
        expect(decision_maker.get_by_text("Jo Ferris").first).to_be_visible()
        self.look(decision_maker, "requester")
        self.read_letter(decision_maker)
        decision_maker.goto("/law?find=national")
        self.look(decision_maker, "law")
        decision_maker.goto("/law/foia-24-1")
        self.look(decision_maker, "limb")
        assert decision_maker.goto("/no/such/page").status == 404
        self.look(decision_maker, "not-found")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--pictures", type=pathlib.Path)
    options = parser.parse_args()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium")
    if not chromium:
        raise SystemExit("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        for scripted in (False, True):
            server = Server(options.program)
            try:
                Walk(browser, server, scripted, options.pictures if scripted else None).run()
            finally:
                server.stop()
        browser.close()
    for failure in dict.fromkeys(failures):
        print(failure)
    print(f"Browser: {checked - len(failures) if failures else checked} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
