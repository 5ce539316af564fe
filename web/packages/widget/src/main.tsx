import { render } from "preact";

const host = document.createElement("div");
document.body.append(host);
render(null, host.attachShadow({ mode: "open" }));
