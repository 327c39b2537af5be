package guide

// howItWorks is what a learner should know once, as Markdown.
const howItWorks = `**How it works**

Each card comes back when you are about to forget it. Say honestly how it went: *again* when you did not know it, *hard* when it took an effort, *good* when you knew it, *easy* when it was no work at all. Below each grade stands when the card would come back.

An exam question is marked for you. A wrong answer counts as again; after a right one you may still say how hard it was. The reasons for all choices are shown, the right one's and the others'.

**What a day holds**

What is due, and some new cards, core ones first. Set the date of your exam, and new cards are paced so that all core cards are seen well before it, and none is put off past it. When minutes are left, home offers more: what would be weakest on the exam day first. After days away the backlog is spread over the coming days.

A day starts at 04:00, so that an evening after midnight still counts as that evening. Settings change this, the minutes a day, the limits and the steps.

**Drill, browse, statistics**

A drill asks what you choose, weakest first: a service, a part of the exam, what you missed. Its answers are reviews, and take nothing of what today holds.

Browse lists everything and filters as you type: words, or *service:sqs*, *skill:4.3.1*, *is:leech*. There you also see how well you know an item and what became of it, and can suspend it, flag it or write a note.

Statistics hold what you remembered against what was predicted. Small numbers come with the range in which they may lie.

**A mock exam**

It is timed and says nothing of right or wrong before the end, like the real one. Of the 65 questions of a full exam 15 are not scored; which ones is told at the end. A blank counts as wrong, and so does an answer with too few or too many choices; a guess costs nothing. Beside the time left stands how far ahead of an even pace you are.

Every answer and the clock are saved as they happen. After a crash or a closed terminal home offers to go on. To leave for later is a pause: the exam then does not count as timed. When the time is up it is handed in.

The result is a range, because so few questions cannot say more, and a verdict only after a full exam without a pause whose questions were nearly all new to you. A right answer counts as good, a wrong one as again, and the cards behind it are due the same day. What was handed in is not taken back by undo.

**Nothing is lost**

Every answer is on disk before the next card is shown. Undo takes back as many as you like, also those of earlier days, up to the last exam. Nothing ever leaves this machine.
`
