package guide

// howItWorks is what a learner should know once, as Markdown.
const howItWorks = `**How it works**

Each card comes back when you are about to forget it. Say honestly how it went: *again* when you did not know it, *hard* when it took an effort, *good* when you knew it, *easy* when it was no work at all. Below each grade stands when the card would come back.

An exam question is marked for you. A wrong answer counts as again; after a right one you may still say how hard it was. The reasons for all choices are shown, the right one's and the others'.

**What a day holds**

What is due, and some new cards, core ones first. Set the date of your exam, and new cards are paced so that all core cards are seen well before it, and none is put off past it. When minutes are left, home offers more: what would be weakest on the exam day first. After days away the backlog is spread over the coming days.

A day starts at 04:00, so that an evening after midnight still counts as that evening. Settings change this, the minutes a day, the limits and the steps.

**Nothing is lost**

Every answer is on disk before the next card is shown. Undo takes back as many as you like, also those of earlier days. Nothing ever leaves this machine.
`
