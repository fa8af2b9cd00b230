/* Plain ES3: says what to open the page with where nothing newer runs, Internet Explorer and its modes included. */
(function () {
  var message = document.getElementById("old");
  var fits = false;
  try {
    fits =
      "noModule" in document.createElement("script") &&
      typeof Array.prototype.at === "function" &&
      typeof HTMLDialogElement !== "undefined";
  } catch (error) {
    fits = false;
  }
  if (fits) {
    message.parentNode.removeChild(message);
  }
})();
