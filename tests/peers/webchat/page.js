// The page of a partner: Microsoft's Web Chat as it is published, told nothing but where to connect. The address says with what: #domain,token
const [domain, token] = decodeURIComponent(location.hash.slice(1)).split(",");
history.replaceState(null, "", location.pathname);
window.WebChat.renderWebChat({
  directLine: window.WebChat.createDirectLine({ domain, token, conversationStartProperties: { locale: "km-KH" } }),
  locale: "km-KH",
}, document.getElementById("chat"));
