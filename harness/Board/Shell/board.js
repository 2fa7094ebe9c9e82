// The little that pages can't do without a script. Every page works without this file.
"use strict";

// Times: the page says UTC; the visitor's own clock goes beside it.
for (const time of document.querySelectorAll("time[datetime]")) {
  const moment = new Date(time.dateTime);
  if (!Number.isNaN(moment.valueOf()))
    time.title = moment.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" }) + " (your time)";
}
