/* sources sha256:8f7b5e5f89553068c0d3d998ee922960e55c9896ddfe92f44578eecde52b1c57 */
"use strict";(()=>{var R=globalThis,z=R.ShadowRoot&&(R.ShadyCSS===void 0||R.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,K=Symbol(),ct=new WeakMap,C=class{constructor(t,e,i){if(this._$cssResult$=!0,i!==K)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(z&&t===void 0){let i=e!==void 0&&e.length===1;i&&(t=ct.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),i&&ct.set(e,t))}return t}toString(){return this.cssText}},dt=s=>new C(typeof s=="string"?s:s+"",void 0,K),J=(s,...t)=>{let e=s.length===1?s[0]:t.reduce((i,r,n)=>i+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+s[n+1],s[0]);return new C(e,s,K)},ut=(s,t)=>{if(z)s.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let i=document.createElement("style"),r=R.litNonce;r!==void 0&&i.setAttribute("nonce",r),i.textContent=e.cssText,s.appendChild(i)}},G=z?s=>s:s=>s instanceof CSSStyleSheet?(t=>{let e="";for(let i of t.cssRules)e+=i.cssText;return dt(e)})(s):s;var{is:Dt,defineProperty:It,getOwnPropertyDescriptor:qt,getOwnPropertyNames:Vt,getOwnPropertySymbols:Wt,getPrototypeOf:Kt}=Object,B=globalThis,ft=B.trustedTypes,Jt=ft?ft.emptyScript:"",Gt=B.reactiveElementPolyfillSupport,O=(s,t)=>s,Y={toAttribute(s,t){switch(t){case Boolean:s=s?Jt:null;break;case Object:case Array:s=s==null?s:JSON.stringify(s)}return s},fromAttribute(s,t){let e=s;switch(t){case Boolean:e=s!==null;break;case Number:e=s===null?null:Number(s);break;case Object:case Array:try{e=JSON.parse(s)}catch{e=null}}return e}},gt=(s,t)=>!Dt(s,t),mt={attribute:!0,type:String,converter:Y,reflect:!1,useDefault:!1,hasChanged:gt};Symbol.metadata??=Symbol("metadata"),B.litPropertyMetadata??=new WeakMap;var b=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=mt){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){let i=Symbol(),r=this.getPropertyDescriptor(t,i,e);r!==void 0&&It(this.prototype,t,r)}}static getPropertyDescriptor(t,e,i){let{get:r,set:n}=qt(this.prototype,t)??{get(){return this[e]},set(o){this[e]=o}};return{get:r,set(o){let c=r?.call(this);n?.call(this,o),this.requestUpdate(t,c,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??mt}static _$Ei(){if(this.hasOwnProperty(O("elementProperties")))return;let t=Kt(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(O("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(O("properties"))){let e=this.properties,i=[...Vt(e),...Wt(e)];for(let r of i)this.createProperty(r,e[r])}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[i,r]of e)this.elementProperties.set(i,r)}this._$Eh=new Map;for(let[e,i]of this.elementProperties){let r=this._$Eu(e,i);r!==void 0&&this._$Eh.set(r,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let i=new Set(t.flat(1/0).reverse());for(let r of i)e.unshift(G(r))}else t!==void 0&&e.push(G(t));return e}static _$Eu(t,e){let i=e.attribute;return i===!1?void 0:typeof i=="string"?i:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let i of e.keys())this.hasOwnProperty(i)&&(t.set(i,this[i]),delete this[i]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return ut(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,e,i){this._$AK(t,i)}_$ET(t,e){let i=this.constructor.elementProperties.get(t),r=this.constructor._$Eu(t,i);if(r!==void 0&&i.reflect===!0){let n=(i.converter?.toAttribute!==void 0?i.converter:Y).toAttribute(e,i.type);this._$Em=t,n==null?this.removeAttribute(r):this.setAttribute(r,n),this._$Em=null}}_$AK(t,e){let i=this.constructor,r=i._$Eh.get(t);if(r!==void 0&&this._$Em!==r){let n=i.getPropertyOptions(r),o=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:Y;this._$Em=r;let c=o.fromAttribute(e,n.type);this[r]=c??this._$Ej?.get(r)??c,this._$Em=null}}requestUpdate(t,e,i,r=!1,n){if(t!==void 0){let o=this.constructor;if(r===!1&&(n=this[t]),i??=o.getPropertyOptions(t),!((i.hasChanged??gt)(n,e)||i.useDefault&&i.reflect&&n===this._$Ej?.get(t)&&!this.hasAttribute(o._$Eu(t,i))))return;this.C(t,e,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:i,reflect:r,wrapped:n},o){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,o??e??this[t]),n!==!0||o!==void 0)||(this._$AL.has(t)||(this.hasUpdated||i||(e=void 0),this._$AL.set(t,e)),r===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[r,n]of this._$Ep)this[r]=n;this._$Ep=void 0}let i=this.constructor.elementProperties;if(i.size>0)for(let[r,n]of i){let{wrapped:o}=n,c=this[r];o!==!0||this._$AL.has(r)||c===void 0||this.C(r,void 0,n,c)}}let t=!1,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(e)):this._$EM()}catch(i){throw t=!1,this._$EM(),i}t&&this._$AE(e)}willUpdate(t){}_$AE(t){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(t){}firstUpdated(t){}};b.elementStyles=[],b.shadowRootOptions={mode:"open"},b[O("elementProperties")]=new Map,b[O("finalized")]=new Map,Gt?.({ReactiveElement:b}),(B.reactiveElementVersions??=[]).push("2.1.2");var it=globalThis,bt=s=>s,D=it.trustedTypes,xt=D?D.createPolicy("lit-html",{createHTML:s=>s}):void 0,_t="$lit$",v=`lit$${Math.random().toFixed(9).slice(2)}$`,At="?"+v,Yt=`<${At}>`,_=document,P=()=>_.createComment(""),M=s=>s===null||typeof s!="object"&&typeof s!="function",st=Array.isArray,Ft=s=>st(s)||typeof s?.[Symbol.iterator]=="function",F=`[ 	
\f\r]`,N=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,vt=/-->/g,$t=/>/g,w=RegExp(`>|${F}(?:([^\\s"'>=/]+)(${F}*=${F}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),yt=/'/g,wt=/"/g,Et=/^(?:script|style|textarea|title)$/i,rt=s=>(t,...e)=>({_$litType$:s,strings:t,values:e}),h=rt(1),ye=rt(2),we=rt(3),A=Symbol.for("lit-noChange"),p=Symbol.for("lit-nothing"),kt=new WeakMap,k=_.createTreeWalker(_,129);function St(s,t){if(!st(s)||!s.hasOwnProperty("raw"))throw Error("invalid template strings array");return xt!==void 0?xt.createHTML(t):t}var Qt=(s,t)=>{let e=s.length-1,i=[],r,n=t===2?"<svg>":t===3?"<math>":"",o=N;for(let c=0;c<e;c++){let l=s[c],d,f,u=-1,m=0;for(;m<l.length&&(o.lastIndex=m,f=o.exec(l),f!==null);)m=o.lastIndex,o===N?f[1]==="!--"?o=vt:f[1]!==void 0?o=$t:f[2]!==void 0?(Et.test(f[2])&&(r=RegExp("</"+f[2],"g")),o=w):f[3]!==void 0&&(o=w):o===w?f[0]===">"?(o=r??N,u=-1):f[1]===void 0?u=-2:(u=o.lastIndex-f[2].length,d=f[1],o=f[3]===void 0?w:f[3]==='"'?wt:yt):o===wt||o===yt?o=w:o===vt||o===$t?o=N:(o=w,r=void 0);let x=o===w&&s[c+1].startsWith("/>")?" ":"";n+=o===N?l+Yt:u>=0?(i.push(d),l.slice(0,u)+_t+l.slice(u)+v+x):l+v+(u===-2?c:x)}return[St(s,n+(s[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),i]},H=class s{constructor({strings:t,_$litType$:e},i){let r;this.parts=[];let n=0,o=0,c=t.length-1,l=this.parts,[d,f]=Qt(t,e);if(this.el=s.createElement(d,i),k.currentNode=this.el.content,e===2||e===3){let u=this.el.content.firstChild;u.replaceWith(...u.childNodes)}for(;(r=k.nextNode())!==null&&l.length<c;){if(r.nodeType===1){if(r.hasAttributes())for(let u of r.getAttributeNames())if(u.endsWith(_t)){let m=f[o++],x=r.getAttribute(u).split(v),U=/([.?@])?(.*)/.exec(m);l.push({type:1,index:n,name:U[2],strings:x,ctor:U[1]==="."?X:U[1]==="?"?Z:U[1]==="@"?tt:S}),r.removeAttribute(u)}else u.startsWith(v)&&(l.push({type:6,index:n}),r.removeAttribute(u));if(Et.test(r.tagName)){let u=r.textContent.split(v),m=u.length-1;if(m>0){r.textContent=D?D.emptyScript:"";for(let x=0;x<m;x++)r.append(u[x],P()),k.nextNode(),l.push({type:2,index:++n});r.append(u[m],P())}}}else if(r.nodeType===8)if(r.data===At)l.push({type:2,index:n});else{let u=-1;for(;(u=r.data.indexOf(v,u+1))!==-1;)l.push({type:7,index:n}),u+=v.length-1}n++}}static createElement(t,e){let i=_.createElement("template");return i.innerHTML=t,i}};function E(s,t,e=s,i){if(t===A)return t;let r=i!==void 0?e._$Co?.[i]:e._$Cl,n=M(t)?void 0:t._$litDirective$;return r?.constructor!==n&&(r?._$AO?.(!1),n===void 0?r=void 0:(r=new n(s),r._$AT(s,e,i)),i!==void 0?(e._$Co??=[])[i]=r:e._$Cl=r),r!==void 0&&(t=E(s,r._$AS(s,t.values),r,i)),t}var Q=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:e},parts:i}=this._$AD,r=(t?.creationScope??_).importNode(e,!0);k.currentNode=r;let n=k.nextNode(),o=0,c=0,l=i[0];for(;l!==void 0;){if(o===l.index){let d;l.type===2?d=new T(n,n.nextSibling,this,t):l.type===1?d=new l.ctor(n,l.name,l.strings,this,t):l.type===6&&(d=new et(n,this,t)),this._$AV.push(d),l=i[++c]}o!==l?.index&&(n=k.nextNode(),o++)}return k.currentNode=_,r}p(t){let e=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(t,i,e),e+=i.strings.length-2):i._$AI(t[e])),e++}},T=class s{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,e,i,r){this.type=2,this._$AH=p,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=i,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=E(this,t,e),M(t)?t===p||t==null||t===""?(this._$AH!==p&&this._$AR(),this._$AH=p):t!==this._$AH&&t!==A&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Ft(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==p&&M(this._$AH)?this._$AA.nextSibling.data=t:this.T(_.createTextNode(t)),this._$AH=t}$(t){let{values:e,_$litType$:i}=t,r=typeof i=="number"?this._$AC(t):(i.el===void 0&&(i.el=H.createElement(St(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===r)this._$AH.p(e);else{let n=new Q(r,this),o=n.u(this.options);n.p(e),this.T(o),this._$AH=n}}_$AC(t){let e=kt.get(t.strings);return e===void 0&&kt.set(t.strings,e=new H(t)),e}k(t){st(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,i,r=0;for(let n of t)r===e.length?e.push(i=new s(this.O(P()),this.O(P()),this,this.options)):i=e[r],i._$AI(n),r++;r<e.length&&(this._$AR(i&&i._$AB.nextSibling,r),e.length=r)}_$AR(t=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);t!==this._$AB;){let i=bt(t).nextSibling;bt(t).remove(),t=i}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},S=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,i,r,n){this.type=1,this._$AH=p,this._$AN=void 0,this.element=t,this.name=e,this._$AM=r,this.options=n,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=p}_$AI(t,e=this,i,r){let n=this.strings,o=!1;if(n===void 0)t=E(this,t,e,0),o=!M(t)||t!==this._$AH&&t!==A,o&&(this._$AH=t);else{let c=t,l,d;for(t=n[0],l=0;l<n.length-1;l++)d=E(this,c[i+l],e,l),d===A&&(d=this._$AH[l]),o||=!M(d)||d!==this._$AH[l],d===p?t=p:t!==p&&(t+=(d??"")+n[l+1]),this._$AH[l]=d}o&&!r&&this.j(t)}j(t){t===p?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},X=class extends S{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===p?void 0:t}},Z=class extends S{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==p)}},tt=class extends S{constructor(t,e,i,r,n){super(t,e,i,r,n),this.type=5}_$AI(t,e=this){if((t=E(this,t,e,0)??p)===A)return;let i=this._$AH,r=t===p&&i!==p||t.capture!==i.capture||t.once!==i.once||t.passive!==i.passive,n=t!==p&&(i===p||r);r&&this.element.removeEventListener(this.name,this,i),n&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},et=class{constructor(t,e,i){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(t){E(this,t)}};var Xt=it.litHtmlPolyfillSupport;Xt?.(H,T),(it.litHtmlVersions??=[]).push("3.3.3");var Ct=(s,t,e)=>{let i=e?.renderBefore??t,r=i._$litPart$;if(r===void 0){let n=e?.renderBefore??null;i._$litPart$=r=new T(t.insertBefore(P(),n),n,void 0,e??{})}return r._$AI(s),r};var nt=globalThis,$=class extends b{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=Ct(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return A}};$._$litElement$=!0,$.finalized=!0,nt.litElementHydrateSupport?.({LitElement:$});var Zt=nt.litElementPolyfillSupport;Zt?.({LitElement:$});(nt.litElementVersions??=[]).push("4.2.2");var ot="praktijk-chat",g=class extends Error{constructor(t,e=""){super(e),this.status=t}get isGone(){return this.status===401}get isRefusal(){return this.status>=400&&this.status<500}},q=class{constructor(t){this.server=t.replace(/\/+$/,""),this.token=at(e=>e.getItem(ot))??null}async open(){let t=await this.#t("POST","/chat/sessions",{},1);if(!t.token)throw new g(0);return this.token=t.token,at(e=>e.setItem(ot,t.token)),I(t)}practice(){return this.#t("GET","/chat/practice")}async history(){return I(await this.#t("GET","/chat/messages"))}async send(t,e){let i=I(await this.#t("POST","/chat/messages",{id:t,...e}));if(!i.length)throw new g(0);return i}async feedback(t,e,i){return I(await this.#t("POST","/chat/feedback",{message:t,helpful:e,comment:i}))}async erase(){this.token&&await this.#t("DELETE","/chat/sessions"),this.forget()}abandon(){this.erase().catch(()=>{}),this.forget()}forget(){this.token=null,at(t=>t.removeItem(ot))}async#t(t,e,i,r=2){let n=AbortSignal.timeout(8e3),o={...i&&{"Content-Type":"application/json"},...this.token&&{Authorization:`Bearer ${this.token}`}};for(;;){let c,l;try{c=await fetch(this.server+e,{method:t,headers:o,signal:n,body:i&&JSON.stringify(i),cache:"no-store",credentials:"omit",keepalive:t==="DELETE"}),l=await c.text()}catch{if(n.aborted||--r<1)throw new g(0);await new Promise(f=>setTimeout(f,600));continue}let d=te(l);if(!c.ok)throw new g(c.status,d?.error);if(l&&!d)throw new g(0);return d??{}}}};function Ot(){let[...s]=crypto.getRandomValues(new Uint8Array(16));return s[6]=s[6]&15|64,s[8]=s[8]&63|128,s.map(e=>e.toString(16).padStart(2,"0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/,"$1-$2-$3-$4-")}function at(s){try{return s(sessionStorage)}catch{return}}function te(s){try{return JSON.parse(s)}catch{return null}}function I({messages:s}){if(!Array.isArray(s))throw new g(0);return s}var V=[{label:"Direct gevaar",number:"112",url:"tel:112"},{label:"Denk je aan zelfdoding?",number:"113",url:"tel:113"},{label:"113, ander nummer",number:"0800-0113",url:"tel:08000113"},{label:"Liever chatten met 113?",number:"113.nl",url:"https://113.nl"},{label:"Veilig Thuis",number:"0800-2000",url:"tel:08002000"},{label:"Kindertelefoon",number:"0800-0432",url:"tel:08000432"}],a={launcher:"Stel je vraag",name:"Chat van de praktijk",robot:"Chatbot, geen mens",log:"Gesprek",you:"Jij:",bot:"Chatbot:",waiting:"De chatbot zoekt een antwoord.",note:"Niemand leest nu live mee; het team kan dit gesprek later bekijken.",question:"Je vraag",placeholder:"Typ hier je vraag",send:"Verstuur",left:s=>`Nog ${s} ${s===1?"teken":"tekens"}`,help:"Nu hulp nodig?",toHelp:"Naar de hulpnummers",helpNote:"113 is gratis, anoniem en dag en nacht te bellen. Veilig Thuis is gratis, dag en nacht. Je kunt ook je huisarts of de huisartsenpost bellen.",practice:"De praktijk",call:s=>`Bel ${s}`,menu:"Menu",close:"Sluit de chat",newTab:"(opent in een nieuw tabblad)",choices:"Keuzes",choiceCount:s=>s===1?"Er staat 1 knop onder.":`Er staan ${s} knoppen onder.`,chosen:"gekozen",more:"Lees meer",less:"Lees minder",simple:"Eenvoudiger",sources:["Bron","Bronnen"],publisher:"Uitgever",date:"Datum",unknown:"niet vermeld",rate:"Was dit nuttig?",helpful:"Ja, dit was nuttig",unhelpful:"Nee, dit was niet nuttig",comment:"Wil je vertellen waarom? Het hoeft niet.",commentSend:"Verstuur",thanks:"Dank je wel.",notRated:"Dat is niet gelukt. Probeer het straks nog eens.",headings:{crisis:"Hier vind je hulp",referral:"Adviesgesprek",form:"Terugbelverzoek"},leave:"Wis dit en verlaat snel deze pagina",elsewhere:"https://www.buienradar.nl/",copy:"Kopieer dit gesprek",copied:"Het gesprek is gekopieerd.",save:"Bewaar dit gesprek",saved:"Het gesprek is bewaard bij je downloads.",notCopied:"Kopiëren lukt niet in deze browser. Je kunt het gesprek wel bewaren.",fileName:"gesprek-chatbot.txt",fileNote:"Gesprek met de chatbot. Staat dit op een gedeeld apparaat, dan kan een ander het lezen.",erase:"Wis dit gesprek",eraseQuestion:"Wil je dit gesprek wissen? Daarna kan niemand het nog lezen, jij ook niet.",eraseYes:"Ja, wis het",eraseNo:"Nee, bewaar het",erased:"Je gesprek is gewist.",notErased:"Wissen is nu niet gelukt. Je gesprek staat er nog. Probeer het straks nog eens, of bel de praktijk.",again:"Begin een nieuw gesprek",retry:"Probeer opnieuw",gone:"Dit gesprek is gesloten. Je kunt hier gewoon een nieuw gesprek beginnen.",refused:"Dat is niet gelukt. Probeer het nog eens.",trouble:s=>`Sorry, ik kan je nu geen antwoord geven. De verbinding werkt niet, of het duurt te lang.

- Is er direct gevaar? Bel 112.
- Denk je aan zelfdoding? Bel 113, gratis, dag en nacht. Chatten kan op 113.nl.${s&&`
- Wil je de praktijk spreken? Bel ${s}.`}`};var ee="januari februari maart april mei juni juli augustus september oktober november december".split(" "),ie=/^- /,se="#1b2624",re=.37;function lt(s){let t=[];for(let e of s.replace(/\r\n?/g,`
`).split(/\n\s*\n/)){let i;for(let r of e.split(`
`).map(n=>n.trim()).filter(Boolean))ie.test(r)?(i?.items||t.push(i={items:[]}),i.items.push(r.slice(2))):i?.text!==void 0?i.text+=`
${r}`:t.push(i={text:r})}return t}function j(s){let t=/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(s||"");if(!t)return s||a.unknown;let[,e,i,r]=t;return[r&&Number(r),i&&(ee[Number(i)-1]??i),e].filter(Boolean).join(" ")}function Pt(s,t){try{let{protocol:e,origin:i,href:r}=new URL(s,t);return s.startsWith("/")&&i===new URL(t).origin||/^(tel|mailto|https):/i.test(s)&&/^(tel|mailto|https):$/.test(e)?r:null}catch{return null}}function pt(s,t){let{protocol:e,pathname:i,hostname:r}=new URL(t);return e==="https:"?s.includes(r)?"":r.replace(/^www\./,""):e!=="tel:"||/\d/.test(s)?"":i.replace(/^0800(\d{4})$/,"0800-$1")}var W=s=>`tel:${s.replace(/(?!^\+)\D/g,"").replace(/^0(?!800|900)/,"+31")}`;function Mt(s){let t=/^#([\da-f]{3}|[\da-f]{6})$/i.exec(s.trim())?.[1];if(!t)return null;let i=(t.length===3?[...t].map(o=>o+o):t.match(/../g)).map(o=>parseInt(o,16)),r=1.05/(Nt(i)+.05),n=i;for(;Nt(n)<re;)n=n.map(o=>Math.ceil(o+(255-o)/10));return{accent:`#${t}`,on:r>=4.5?"#fff":"#000",ink:r>=5?`#${t}`:se,"ink-dark":`#${n.map(o=>o.toString(16).padStart(2,"0")).join("")}`}}function Nt(s){let[t,e,i]=s.map(r=>r/255).map(r=>r<=.04?r/12.92:((r+.055)/1.055)**2.4);return .2126*t+.7152*e+.0722*i}function Ht({kind:s,text:t,links:e=[],buttons:i=[]}){let r=a.headings[s]?`${a.headings[s]}.`:"",n=lt(t).flatMap(c=>c.items??c.text),o=e.map(({label:c,url:l})=>`${c} ${/^tel:/.test(l)?pt(c,l):""}`.trim()+".");return[a.bot,r,...n,...o,i.length?a.choiceCount(i.length):""].filter(Boolean).join(`
`)}var L=class{items=[];firstNew=0;isBusy=!1;isOver=!1;#t=0;#e;#s;constructor(t,e){this.#s=t,this.#e=new q(e)}async begin(){return this.isOver&&(this.items=[]),this.isOver=!1,await this.#a(()=>this.#e.token?this.#d():this.#e.open()),this.isOpen}practice(){return this.#e.practice()}get isOpen(){return!!this.#e.token}say(t){return this.#o(t,{text:t})}async press(t,e){this.isBusy||this.isOver||(t.chosen=e.id,await this.#o(e.label,{button:e.id}))}async rate(t,e,i){this.change(t,{helpful:e,rateNote:a.thanks});try{let r=await this.#e.feedback(t.id,e,i);i&&this.change(t,{isCommented:!0}),r.length&&this.#n(...r)}catch{this.change(t,{helpful:i?e:void 0,rateNote:a.notRated})}}get transcript(){return this.items.filter(t=>t.id).map(t=>{let e=(t.links??[]).map(({label:r,url:n})=>`${r}: ${n.replace(/^(tel|mailto):/,"")}`),i=(t.sources??[]).map(r=>`${a.sources[0]}: ${r.title}, ${j(r.date)}`);return[t.from==="visitor"?a.you:a.bot,t.text,...e,...i].join(`
`)}).join(`

`)}change(t,e){Object.assign(t,e),this.#s.requestUpdate()}async erase(){try{await this.#e.erase()}catch(t){return t instanceof g&&t.isGone?this.#p(t):this.#r("error",t instanceof g&&t.message||a.notErased)}this.#t++,this.isBusy=!1,this.isOver=!0,this.items=[],this.#r("notice",a.erased)}leave(){this.#e.abandon(),this.isOver=!0,this.items=[],this.#s.requestUpdate(),location.replace(a.elsewhere)}async#o(t,e){let i=Ot(),r={id:i,kind:"",from:"visitor",text:t};this.#n(r),await this.#a(()=>this.#e.send(i,e),"text"in e?r:void 0)}async#d(){let t=await this.#e.history();return t.forEach((e,i)=>{let r=t.slice(i+1).find(n=>n.from==="visitor");r&&(e.chosen=e.buttons?.find(n=>n.label===r.text)?.id)}),t.forEach(e=>e.isRestored=!0),t}async#a(t,e){let i=this.#t,r=()=>i===this.#t;for(let n of this.items)delete n.retry;this.isBusy=!0,this.#s.requestUpdate();try{let n=await t();r()&&this.#n(...n)}catch(n){r()&&this.#u(n,()=>this.#a(t,e),e)}finally{r()&&(this.isBusy=!1),this.#s.requestUpdate()}}#u(t,e,i){let r=t instanceof g?t:new g(0);if(r.isGone)return this.#p(r,i);if(r.isRefusal)return this.#h(i),this.#r("error",r.message||a.refused);let n=this.#s.practicePhone,o=n?[{number:n,url:W(n)}]:[],c=[...V.slice(0,2),...o].map(({number:d,url:f})=>({label:a.call(d),url:f})),l=()=>{this.items=this.items.filter(d=>d.retry!==l),e()};this.#r("error",a.trouble(n),{links:c,retry:l})}#p(t,e){this.#e.forget(),this.#h(e),this.isOver=!0,this.#r("error",t.message||a.gone)}#h(t){t&&this.#s.takeBack(t.text)&&(this.items=this.items.filter(e=>e!==t))}#r(t,e,i){this.#n({id:"",kind:t,text:e,...i})}#n(...t){this.firstNew=this.items.length,this.items=[...this.items,...t],this.#s.announce(t.filter(e=>e.from!=="visitor"&&!e.isRestored)),this.#s.requestUpdate()}};var y=s=>h`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${s} /></svg>`,ne="M7 10v10H3V10h4zm3 9V10l4-7c1.5 0 2.4 1.3 2 2.7L15 9h5c1.2 0 2 1 1.8 2.2l-1.3 7c-.2 1-1 1.8-2 1.8H11.500z",oe="geweld",ae="M5 12.500l4.500 4.500L19 7.500",Tt=s=>lt(s).map(t=>t.items?h`<ul>${t.items.map(e=>h`<li>${e}</li>`)}</ul>`:h`<p>${t.text}</p>`);function jt({label:s,url:t},e=!1){let i=Pt(t,location.href);if(!i)return h`<span part="link-text">${s}</span>`;let r=/^https:/i.test(t),n=!r||e?pt(s,i):"";return h`<a part="link" href=${i} target=${r?"_blank":p} rel=${r?"noopener noreferrer":p}
    ><span>${s}</span>${n&&h`<strong>${n}</strong>`}${r?h`<span class="unseen"> ${a.newTab}</span>`:p}</a>`}function Lt(s,t,e){let{from:i="bot",kind:r,links:n=[],buttons:o=[],sources:c=[]}=s,l=a.headings[r],d=r==="crisis",f=i==="visitor"?[h`<p>${s.text}</p>`]:Tt(s.isSimple&&s.simple||s.text),u=n.length?h`<div class="links">${n.map(m=>jt(m,d))}</div>`:p;return h`<div part="message" class=${i} data-from=${i} data-kind=${r??p}>
    <div class="bubble">
      <span class="unseen">${i==="visitor"?a.you:a.bot}</span>
      ${l?h`<p class="heading">${l}</p>`:p}
      <div part="text">${d?[f[0],u,...f.slice(1)]:f}</div>
      ${s.isMore&&s.more?h`<div part="more-text">${Tt(s.more)}</div>`:p}
      ${d?p:u}
      ${d&&s.answer===oe?h`<button type="button" part="leave" class="pill" @click=${()=>e.leave()}>${a.leave}</button>`:p}
      ${s.retry?h`<button type="button" part="retry" class="pill" @click=${s.retry}>${a.retry}</button>`:p}
      ${le(s,e)} ${c.length?pe(c):p}
    </div>
    ${r==="answer"?ce(s,e):p}
    ${o.length?h`<div class="buttons ${t?"":"quiet"}" role="group" aria-label=${a.choices}>
          ${o.map(m=>he(s,m,e))}
        </div>`:p}
  </div>`}var le=(s,t)=>s.more||s.simple?h`<div class="tools">
        ${s.more?h`<button type="button" part="more" aria-expanded=${!!s.isMore} @click=${()=>t.change(s,{isMore:!s.isMore})}>
              ${s.isMore?a.less:a.more}
            </button>`:p}
        ${s.simple?h`<button type="button" part="simple" aria-pressed=${!!s.isSimple} @click=${()=>t.change(s,{isSimple:!s.isSimple})}>
              ${a.simple}
            </button>`:p}
      </div>`:p,pe=s=>h`<details part="sources">
  <summary>${a.sources[s.length>1?1:0]}<span class="date">${[...new Set(s.map(t=>t.date).filter(Boolean))].map(j).join(", ")}</span></summary>
  <ul>
    ${s.map(t=>h`<li>
        ${t.url?jt({label:t.title,url:t.url}):h`<span>${t.title}</span>`}
        <small>${a.publisher}: ${t.publisher||a.unknown}</small><small>${a.date}: ${j(t.date)}</small>
      </li>`)}
  </ul>
</details>`;function he(s,t,e){let i=s.chosen===t.id;return h`<button type="button" part="button" class="pill ${i?"chosen":""}" @click=${()=>e.press(s,t)}>
    ${i?y(ae):p}${t.label}${i?h`<span class="unseen"> (${a.chosen})</span>`:p}
  </button>`}var ce=(s,t)=>h`<div part="feedback" class="rating" role="group" aria-label=${a.rate}>
  ${[!0,!1].map(e=>h`<button type="button" part=${e?"helpful":"unhelpful"} class=${e?"":"down"}
      aria-label=${e?a.helpful:a.unhelpful} aria-pressed=${s.helpful===e} @click=${()=>t.rate(s,e)}>
      ${y(ne)}
    </button>`)}
  <span>${s.rateNote??a.rate}</span>
</div>
${s.helpful===void 0||s.isCommented?p:de(s,t)}`;function de(s,t){return h`<form part="comment" class="comment" @submit=${i=>{i.preventDefault();let r=i.target.querySelector("textarea"),n=r.value.trim();n?t.rate(s,!!s.helpful,n):r.focus()}}>
    <label><span>${a.comment}</span><textarea rows="2" maxlength="1000"></textarea></label>
    <button type="submit" part="comment-send" class="pill">${a.commentSend}</button>
  </form>`}var Ut="(max-width: 519px), (max-height: 459px)",Rt=J`
  :host {
    all: initial;
    --accent: var(--pc-accent, #2f6f6a);
    --on: var(--pc-on, #fff);
    --ink: var(--pc-ink, #2f6f6a);
    --text: #1b2624;
    --soft: #55625f;
    --line: #d5dfdc;
    --edge: #7d8b88;
    --surface: #fff;
    --ground: #f4f7f6;
    --hover: #e4ecea;
    --warm: #8a3a1a;
    --on-warm: #fff;
    --warm-ground: #fff6ee;
    --warm-line: #e3c4ae;
    --warm-surface: #fff;
    color: var(--text);
    font: 400 16px/1.5 var(--pc-font, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
    color-scheme: light;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme="light"])) {
      --ink: var(--pc-ink-dark, #8fc7c1);
      --text: #e9efed;
      --soft: #aebbb8;
      --line: #3a4946;
      --edge: #84938f;
      --surface: #202b29;
      --ground: #161e1d;
      --hover: #2f3c39;
      --warm: #ffbd9c;
      --on-warm: #351505;
      --warm-ground: #33231b;
      --warm-line: #7a5543;
      --warm-surface: #271a13;
      color-scheme: dark;
    }
  }
  [hidden] { display: none !important; }
  *, ::before, ::after { box-sizing: border-box; }
  h2, p, ul { margin: 0; padding: 0; }
  button, textarea { font: inherit; color: inherit; }
  button { border: 0; background: none; cursor: pointer; min-height: 44px; min-width: 44px; touch-action: manipulation; }
  svg { width: 24px; height: 24px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
  :focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
  h2:focus { outline: none; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  [part="launcher"] {
    position: fixed; right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom)); z-index: 2147483000;
    display: flex; align-items: center; gap: 10px; min-height: 58px; padding: 0 24px 0 20px;
    border: 2px solid var(--surface); border-radius: 30px; background: var(--accent); color: var(--on); font-weight: 600;
    box-shadow: 0 8px 24px rgb(16 40 37 / .28); transition: transform .15s, box-shadow .15s;
  }
  [part="launcher"]:hover { transform: translateY(-2px); box-shadow: 0 12px 28px rgb(16 40 37 / .34); }

  [part="panel"] {
    position: fixed; inset: auto max(20px, env(safe-area-inset-right)) max(20px, env(safe-area-inset-bottom)) auto; z-index: 2147483000;
    width: 408px; max-width: none; height: min(700px, calc(100dvh - 40px)); max-height: none; margin: 0; padding: 0;
    border: 1px solid var(--line); border-radius: 18px; overflow: hidden; background: var(--ground); color: var(--text);
    box-shadow: 0 18px 50px rgb(16 40 37 / .3);
  }
  :host([position="left"]) [part="launcher"] { right: auto; left: max(20px, env(safe-area-inset-left)); }
  @media (min-width: 520px) and (min-height: 460px) {
    :host([position="left"]) [part="panel"] { right: auto; left: max(20px, env(safe-area-inset-left)); }
  }
  [part="panel"][open] { display: flex; flex-direction: column; animation: rise .22s ease-out; }
  [part="panel"]::backdrop { background: none; }
  @keyframes rise { from { opacity: 0; transform: translateY(12px); } }

  [part="header"] { display: flex; align-items: center; gap: 4px; padding: 10px 8px 10px 14px; background: var(--accent); color: var(--on); }
  [part="header"] :focus-visible { outline-color: var(--on); outline-offset: -3px; }
  .face { display: grid; place-items: center; flex: none; width: 40px; height: 40px; margin-right: 8px; border: 1.5px solid; border-radius: 50%; }
  .face svg { width: 21px; height: 21px; }
  .who { flex: 1; min-width: 0; }
  h2 { font-size: 17px; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; }
  [part="robot"] { font-size: 14px; line-height: 1.3; }
  .tool { display: grid; place-items: center; padding: 0; border-radius: 50%; }
  .tool:hover { background: rgb(255 255 255 / .16); }
  [part="menu"] svg { stroke-width: 3; }
  .menu { position: relative; }
  [part="menu-list"] {
    position: absolute; right: 0; top: 48px; z-index: 2; min-width: 200px; padding: 6px; border: 1px solid var(--line); border-radius: 12px;
    background: var(--surface); color: var(--text); box-shadow: 0 10px 28px rgb(16 40 37 / .22);
  }
  [part="menu-list"] button { width: 100%; padding: 0 12px; border-radius: 8px; text-align: left; }
  [part="menu-list"] button:hover { background: var(--ground); }
  [part="menu-list"] button:focus-visible { outline-color: var(--ink); }

  [part="help"] {
    flex: none; display: flex; align-items: center; justify-content: center; gap: 8px; width: 100%;
    border-bottom: 1px solid var(--warm-line); background: var(--warm-ground); color: var(--warm); font-size: 15px; font-weight: 600;
  }
  [part="help"]::after { content: ""; width: 8px; height: 8px; border: solid; border-width: 0 2px 2px 0; transform: translateY(-2px) rotate(45deg); }
  [part="help"][aria-expanded="true"]::after { transform: translateY(2px) rotate(225deg); }
  [part="help"]:hover { text-decoration: underline; }
  [part="help"]:focus-visible { outline-color: var(--warm); outline-offset: -3px; }
  [part="help-panel"] { flex: 0 1 auto; min-height: 150px; overflow: auto; padding: 10px 14px 12px; border-bottom: 1px solid var(--warm-line); background: var(--warm-ground); }
  [part="help-panel"] ul { display: grid; gap: 5px; list-style: none; }
  [part="help-panel"] p { margin-top: 8px; font-size: 14px; line-height: 1.4; }
  [part="help-panel"] a {
    display: flex; align-items: center; justify-content: space-between; gap: 4px 12px; min-height: 44px; padding: 4px 14px; border: 1px solid var(--warm-line);
    border-radius: 10px; background: var(--warm-surface); color: var(--text); font-size: 15px; line-height: 1.3; text-decoration: none;
  }
  [part="help-panel"] a:hover { border-color: var(--warm); }
  [part="help-panel"] a:focus-visible { outline-color: var(--warm); outline-offset: 0; }
  [part="help-panel"] strong { color: var(--warm); font-size: 17px; white-space: nowrap; }

  [part="log"] { position: relative; flex: 1 1 0; min-height: 64px; overflow: auto; overscroll-behavior: contain; padding: 16px 14px 18px; }
  [part="log"]:focus-visible { outline-offset: -3px; }
  [part="message"] { display: flex; flex-direction: column; align-items: flex-start; margin-top: 12px; overflow-wrap: anywhere; hyphens: auto; }
  [part="message"]:first-child { margin-top: 0; }
  .bubble { position: relative; max-width: min(94%, 560px); padding: 10px 14px; border: 1px solid var(--line); border-radius: 4px 16px 16px 16px; background: var(--surface); }
  .visitor { align-items: flex-end; }
  .visitor .bubble { max-width: 84%; border-color: transparent; border-radius: 16px 4px 16px 16px; background: var(--accent); color: var(--on); }
  .bubble p, .bubble li { white-space: pre-line; }
  .visitor .bubble p { white-space: pre-wrap; }
  .bubble p + p, .bubble p + ul, .bubble ul + p, .bubble ul + ul { margin-top: 10px; }
  .bubble ul { padding-left: 20px; }
  .bubble li + li { margin-top: 4px; }
  .bubble li::marker { color: var(--ink); }
  [part="more-text"] { margin-top: 12px; padding-top: 12px; border-top: 1px solid var(--line); }

  .links { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-top: 8px; }
  .links a, [part="sources"] a { color: var(--ink); font-weight: 600; text-underline-offset: 3px; }
  .links a { display: inline-flex; align-items: center; gap: 6px; min-height: 44px; }
  .links strong { font-weight: 700; }
  a:hover { text-decoration-thickness: 2px; }

  .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
  .pill {
    display: inline-flex; align-items: center; gap: 6px; padding: 8px 16px; border: 1.5px solid var(--ink); border-radius: 22px;
    background: var(--surface); color: var(--ink); font-size: 15px; font-weight: 600; line-height: 1.3; text-align: left;
  }
  .pill:hover { background: var(--ground); text-decoration: underline; text-underline-offset: 3px; }
  .pill svg { width: 18px; height: 18px; stroke-width: 2.4; }
  .quiet .pill { border-color: var(--line); background: none; color: var(--soft); font-weight: 400; }
  .pill.chosen { border-color: var(--ink); background: var(--surface); color: var(--ink); font-weight: 600; }
  .solid { padding: 8px 20px; border-radius: 22px; background: var(--accent); color: var(--on); font-size: 15px; font-weight: 600; }
  [part="retry"], [part="leave"] { margin-top: 10px; }

  .tools { display: flex; flex-wrap: wrap; gap: 0 6px; margin: 4px -8px -4px; }
  .tools button { padding: 0 8px; border-radius: 8px; color: var(--ink); font-size: 15px; font-weight: 600; text-decoration: underline; text-underline-offset: 3px; text-decoration-thickness: 1px; }
  .tools button:hover { text-decoration-thickness: 2px; }
  .tools [aria-pressed="true"] { background: var(--ground); text-decoration: none; box-shadow: inset 0 0 0 1.5px var(--ink); }

  [part="sources"] { margin: 8px -14px -10px; border-top: 1px solid var(--line); font-size: 14px; }
  summary { display: flex; align-items: center; gap: 8px; min-height: 44px; padding: 0 14px; color: var(--soft); cursor: pointer; list-style: none; border-radius: 0 0 15px 15px; }
  summary::-webkit-details-marker { display: none; }
  summary::before { content: ""; width: 7px; height: 7px; border: solid; border-width: 0 1.8px 1.8px 0; transform: rotate(-45deg); transition: transform .15s; }
  [open] > summary::before { transform: rotate(45deg); }
  summary:hover { color: var(--text); }
  summary:focus-visible { outline-offset: -3px; }
  .date:not(:empty)::before { content: "· "; }
  .bubble [part="sources"] ul { padding: 0 14px 12px; list-style: none; }
  [part="sources"] li { white-space: normal; }
  [part="sources"] li + li { margin-top: 10px; }
  small { font-size: 13.5px; line-height: 1.4; color: var(--soft); }
  [part="sources"] small { display: block; }

  .rating { display: flex; align-items: center; gap: 2px; margin: 2px 0 0; color: var(--soft); font-size: 14px; }
  .rating button { display: grid; place-items: center; padding: 0; border-radius: 50%; }
  .rating button:hover { background: var(--hover); color: var(--text); }
  .rating svg { width: 20px; height: 20px; }
  .rating .down svg { transform: rotate(180deg); }
  .rating [aria-pressed="true"] { color: var(--ink); }
  .rating [aria-pressed="true"] svg { fill: currentColor; }
  .rating span { order: -1; margin-right: 4px; }

  .comment { display: grid; gap: 8px; justify-items: start; width: 94%; margin: 4px 0 14px; font-size: 15px; color: var(--soft); }
  .comment .pill { justify-self: end; }
  .comment label { display: grid; gap: 4px; width: 100%; }
  .comment textarea { border-radius: 14px; }
  .told { flex: none; padding: 8px 14px; background: var(--hover); color: var(--text); font-size: 14.5px; text-align: center; }

  .heading { margin-bottom: 6px; font-size: 14px; font-weight: 700; color: var(--ink); }
  .bubble .heading + div { margin-top: 0; }
  [data-kind="referral"] .bubble { width: 94%; border: 1.5px solid var(--ink); border-radius: 14px; }
  [data-kind="form"] .bubble, [data-kind="checkin"] .bubble { border-bottom-left-radius: 4px; }
  [data-kind="form"] .bubble { border-left: 4px solid var(--ink); }
  [data-kind="checkin"] .bubble { border-left: 4px solid var(--warm); }
  [data-kind="error"] .bubble { border-color: var(--warm-line); background: var(--warm-ground); }
  [data-kind="notice"] { align-items: center; }
  [data-kind="notice"] .bubble { border-radius: 14px; text-align: center; }
  [data-kind="referral"] .links { gap: 8px; margin-top: 12px; }
  [data-kind="referral"] .links a {
    flex: 1 1 auto; justify-content: center; padding: 8px 18px; border-radius: 22px; background: var(--accent); color: var(--on); text-decoration: none;
  }
  [data-kind="crisis"] .bubble { width: 100%; max-width: 100%; border: 3px solid var(--warm); border-radius: 14px; background: var(--warm-ground); }
  [data-kind="crisis"] .heading { font-size: 17px; color: var(--warm); }
  [data-kind="crisis"] li::marker { color: var(--warm); }
  [data-kind="crisis"] .links { display: grid; gap: 8px; margin: 12px 0 14px; }
  [data-kind="crisis"] .links a {
    justify-content: space-between; gap: 12px; min-height: 54px; padding: 8px 18px; border: 2px solid var(--warm); border-radius: 12px; background: var(--warm-surface);
    color: var(--warm); line-height: 1.3; text-decoration: none;
  }
  [data-kind="crisis"] .links a:nth-child(-n + 2) { background: var(--warm); color: var(--on-warm); }
  [data-kind="crisis"] .links strong { font-size: 20px; white-space: nowrap; }
  [data-kind="crisis"] .links a:hover, [data-kind="referral"] .links a:hover { text-decoration: underline; }
  [data-kind="crisis"] .links a:focus-visible { outline-color: var(--warm); }
  [data-kind="crisis"] .pill { border-color: var(--warm); color: var(--warm); }

  [part="typing"] { display: flex; gap: 5px; width: max-content; margin-top: 12px; padding: 15px 16px; border: 1px solid var(--line); border-radius: 4px 16px 16px 16px; background: var(--surface); }
  [part="typing"]:first-child { margin-top: 0; }
  [part="typing"] i { width: 8px; height: 8px; border-radius: 50%; background: var(--soft); animation: wait 1.3s infinite ease-in-out; }
  [part="typing"] i:nth-child(2) { animation-delay: .18s; }
  [part="typing"] i:nth-child(3) { animation-delay: .36s; }
  @keyframes wait { 0%, 60%, 100% { opacity: .3; } 30% { opacity: 1; } }

  [part="composer"] {
    flex: none; display: grid; grid-template-columns: 1fr auto; gap: 6px 8px; align-items: end;
    padding: 10px 12px max(8px, env(safe-area-inset-bottom)); border-top: 1px solid var(--line); background: var(--surface);
  }
  textarea {
    field-sizing: content; width: 100%; min-height: 46px; max-height: 132px; padding: 10px 16px; border: 1.5px solid var(--edge); border-radius: 23px;
    background: var(--surface); line-height: 1.45; resize: none; overflow-y: auto;
  }
  textarea::placeholder { color: var(--soft); opacity: 1; }
  textarea:focus-visible { outline-offset: 0; outline-width: 2px; border-color: var(--ink); }
  [part="send"] { display: grid; place-items: center; width: 46px; height: 46px; padding: 0; border-radius: 50%; background: var(--accent); color: var(--on); }
  [part="send"] svg { margin-left: -2px; }
  [part="send"][aria-disabled="true"] { opacity: .55; cursor: default; }
  [part="composer"] small, ::slotted([slot="footer"]) { grid-column: 1 / -1; text-align: center; }
  [part="to-help"] { grid-column: 1 / -1; justify-content: center; }
  [part="to-help"]:not(:focus) { position: absolute; min-width: 0; min-height: 0; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); border: 0; }
  ::slotted([slot="intro"]) { margin: 0 0 12px; }
  ::slotted([slot="footer"]) { margin: 0; font-size: 13.5px; line-height: 1.4; color: var(--soft); }
  [part="notice"] { flex: none; padding: 10px 14px; border-bottom: 1px solid var(--line); background: var(--surface); font-size: 15px; font-weight: 600; text-align: center; overflow-wrap: anywhere; }
  .foot { flex: none; display: flex; flex-wrap: wrap; gap: 8px; justify-content: center; padding: 14px 14px max(14px, env(safe-area-inset-bottom)); border-top: 1px solid var(--line); background: var(--surface); }
  .foot p { flex: 1 0 100%; }

  @media (max-width: 519px), (max-height: 459px) {
    [part="panel"] { inset: 0; width: 100%; height: var(--pc-height, 100dvh); border: 0; border-radius: 0; }
    .bubble { max-width: 96%; }
  }
  @media (max-width: 339px) {
    .face { display: none; }
  }
  @media (max-height: 459px) {
    [part="panel"] { overflow: auto; }
    [part="log"] { flex: none; overflow: visible; }
    [part="help"] { position: sticky; top: 0; z-index: 1; }
    [part="help-panel"] { flex: none; }
    [part="composer"], .foot { position: sticky; bottom: 0; margin-top: auto; }
    [part="composer"] small { display: none; }
  }
  @media (prefers-reduced-motion: reduce) {
    *, ::before, ::after { animation: none !important; transition: none !important; }
  }
  @media (forced-colors: active) {
    [part="launcher"], .solid, [part="send"], [part="header"], .visitor .bubble, .links a { border: 2px solid; }
    [part="typing"] i { background: CanvasText; }
  }
`;var zt=1e3,Bt="M4 5.500C4 4.700 4.700 4 5.500 4h13c.8 0 1.500.7 1.500 1.500v9c0 .8-.7 1.500-1.500 1.500H11l-4.500 4v-4h-1C4.700 16 4 15.300 4 14.500z",ue="M4 12l16-8-5 16-3.500-6.500z",fe="M6 6l12 12M18 6L6 18",me="M12 5.500v.01M12 12v.01M12 18.500v.01",ht=class extends ${static styles=Rt;static properties={server:{},name:{},accent:{},phone:{},lang:{},position:{reflect:!0},open:{type:Boolean,reflect:!0},_isMenuOpen:{state:!0},_isHelpOpen:{state:!0},_isConfirming:{state:!0},_length:{state:!0},_told:{state:!0},_practice:{state:!0}};#t=matchMedia(Ut);#e="";#s;#o;constructor(){super(),this.server="",this.name="",this.accent="",this.phone="",this.lang="nl",this._practice=null,this.position="right",this.open=!1,this._told="",this._isMenuOpen=!1,this._isHelpOpen=!1,this._isConfirming=!1,this._length=0,this._talk=new L(this,"")}connectedCallback(){super.connectedCallback(),this.#t.addEventListener("change",this.#y),visualViewport?.addEventListener("resize",this.#m)}disconnectedCallback(){super.disconnectedCallback(),this.#t.removeEventListener("change",this.#y),visualViewport?.removeEventListener("resize",this.#m)}render(){let{items:t,isBusy:e,isOver:i}=this._talk,r=t.findLastIndex(n=>n.from==="visitor");return h`
      <button type="button" part="launcher" lang=${this.#v} aria-haspopup="dialog" ?hidden=${this.open} @click=${()=>this.open=!0}>
        ${y(Bt)}<span><slot name="launcher">${a.launcher}</slot></span>
      </button>
      <dialog part="panel" lang=${this.#v} aria-labelledby="title" @keydown=${this.#C} @cancel=${this.#S} @click=${this.#N}>
        ${this.#d()} ${this.#a()}
        ${this._practice?.notice?h`<p part="notice">${this._practice.notice}</p>`:p}
        <div part="log" role="log" tabindex="0" aria-label=${a.log} aria-live="off">
          <slot name="intro"></slot>
          ${t.map((n,o)=>Lt(n,o>r,this._talk))}
          ${e?h`<div part="typing" aria-hidden="true"><i></i><i></i><i></i></div>`:p}
        </div>
        <div part="announcer" class="unseen" aria-live="polite"></div>
        <p part="status" class="unseen" role="status">${e?a.waiting:this._told}</p>
        ${this._told?h`<p class="told" aria-hidden="true">${this._told}</p>`:p}
        ${this.#u()} ${this._isConfirming&&!i?this.#p():p} ${i?this.#h():p}
      </dialog>
    `}#d(){return h`<div part="header">
      <span class="face">${y(Bt)}</span>
      <div class="who"><h2 id="title" tabindex="-1">${this.name||this._practice?.name||a.name}</h2><p part="robot">${a.robot}</p></div>
      <div class="menu" @focusout=${this.#O}>
        <button type="button" part="menu" class="tool" aria-label=${a.menu} aria-expanded=${this._isMenuOpen}
          @click=${()=>this._isMenuOpen=!this._isMenuOpen}>${y(me)}</button>
        <div part="menu-list" ?hidden=${!this._isMenuOpen}>
          <button type="button" part="copy" @click=${this.#T}>${a.copy}</button>
          <button type="button" part="save" @click=${this.#j}>${a.save}</button>
          <button type="button" part="erase" @click=${this.#L}>${a.erase}</button>
        </div>
      </div>
      <button type="button" part="close" class="tool" aria-label=${a.close} @click=${()=>this.open=!1}>${y(fe)}</button>
    </div>`}#a(){let t=this.practicePhone,e=t?[{label:a.practice,number:t,url:W(t)}]:[];return h`<button type="button" part="help" aria-expanded=${this._isHelpOpen} aria-controls="help"
        @click=${()=>this._isHelpOpen=!this._isHelpOpen}>${a.help}</button>
      <section part="help-panel" id="help" aria-label=${a.help} ?hidden=${!this._isHelpOpen}>
        <ul>
          ${[...V,...e].map(ge)}
        </ul>
        <p>${a.helpNote}</p>
      </section>`}#u(){let t=zt-this._length;return h`<form part="composer" ?hidden=${this._isConfirming||this._talk.isOver} @submit=${this.#k}>
      <textarea rows="1" maxlength=${zt} aria-label=${a.question} placeholder=${a.placeholder} enterkeyhint="send"
        @input=${()=>this._length=this.#l.value.length} @keydown=${this.#P}></textarea>
      <button type="submit" part="send" aria-label=${a.send} aria-disabled=${this._talk.isBusy}>${y(ue)}</button>
      <button type="button" part="to-help" class="pill" @click=${this.#M}>${a.toHelp}</button>
      <small>${t<=100?a.left(t):a.note}</small>
      <slot name="footer"></slot>
    </form>`}#p(){return h`<div part="confirm" class="foot" role="group" aria-labelledby="question">
      <p id="question">${a.eraseQuestion}</p>
      <button type="button" part="confirm-erase" class="solid" @click=${this.#U}>${a.eraseYes}</button>
      <button type="button" part="cancel-erase" class="pill" @click=${this.#x}>${a.eraseNo}</button>
    </div>`}#h(){return h`<div class="foot"><button type="button" part="restart" class="solid" @click=${this.#H}>${a.again}</button></div>`}willUpdate(t){t.has("server")&&(this._talk=new L(this,this.server??""),this._practice=null,this.#n())}updated(t){(t.has("accent")||t.has("_practice"))&&this.#r(),t.has("open")&&(this.open||t.get("open"))&&(this.open?this.#A():this.#E());let e=`${this._talk.items.length} ${this._talk.isBusy}`;e!==this.#e&&this.#_(),this.#e=e}#r(){let t=["accent","on","ink","ink-dark"];for(let r of t)this.style.removeProperty(`--pc-${r}`);let e=getComputedStyle(this).getPropertyValue("--pc-accent"),i=Mt(this.accent||(e?"":this._practice?.accent??""));for(let r of t)i&&this.style.setProperty(`--pc-${r}`,i[r])}async#n(){let t=this._talk,e=await t.practice().catch(()=>null);t===this._talk&&(this._practice=e)}get practicePhone(){return this.phone||this._practice?.phone||""}get#v(){return/^nl\b/i.test(this.lang)?this.lang:"nl"}announce(t){if(!t.length)return;let e=this.#i("announcer");e.replaceChildren(...t.map(i=>Object.assign(document.createElement("p"),{textContent:Ht(i)}))),clearTimeout(this.#o),this.#o=setTimeout(()=>e.replaceChildren(),2e4)}#_(){let{items:t,firstNew:e,isBusy:i}=this._talk,r=this.#i("log"),n=getComputedStyle(r).overflowY==="visible",o=n?this.#i("panel"):r,c=r.querySelectorAll('[part="message"]')[t[e-1]?.from==="visitor"?e-1:e];i?o.scrollTop=o.scrollHeight:c&&e&&(o.scrollTop+=c.getBoundingClientRect().top-o.getBoundingClientRect().top-(n?56:12))}#i(t){return this.renderRoot.querySelector(`[part="${t}"]`)}get#c(){return this.#i("panel")}get#l(){return this.renderRoot.querySelector("[part=composer] textarea")}#A(){this.#$(),this.dispatchEvent(new Event("praktijk-chat-open",{bubbles:!0,composed:!0})),this._practice||this.#n(),!this._talk.items.length&&!this._talk.isBusy&&this._talk.begin()}#$(){this.#t.matches?this.#c.showModal():this.#c.show(),this.#m(),this.#f()}#f(){let t=this.#t.matches||matchMedia("(pointer: coarse)").matches,e=this.renderRoot.querySelector("#title");(t||this.#i("composer").hidden?e:this.#l).focus()}#E(){this.#c.close(),this._isMenuOpen=this._isHelpOpen=this._isConfirming=!1,this.#i("launcher").focus(),this.dispatchEvent(new Event("praktijk-chat-close",{bubbles:!0,composed:!0}))}#y=()=>{this.open&&(this.#c.close(),this.#$())};#m=()=>{let t=visualViewport,e=this.open&&this.#t.matches&&t&&t.scale===1&&t.height<innerHeight;this.style.setProperty("--pc-height",e?`${t.height}px`:"")};#S(t){t.preventDefault(),this.#w()}#C(t){t.key==="Escape"&&(t.preventDefault(),t.stopPropagation(),this.#w())}#w(){this._isConfirming?this.#x():this._isMenuOpen?(this._isMenuOpen=!1,this.#i("menu").focus()):this._isHelpOpen?(this._isHelpOpen=!1,this.#i("help").focus()):this.open=!1}#O(t){t.currentTarget.contains(t.relatedTarget)||(this._isMenuOpen=!1)}#N(t){let e=t.target;e.closest("[part=retry]")&&this.#f();let i=e.closest("a");i?.hash&&i.origin===location.origin&&this.#t.matches&&(this.open=!1)}async#k(t){t.preventDefault();let e=this.#l.value.trim();!e||this._talk.isBusy||!this._talk.isOpen&&!await this._talk.begin()||(this.#g(""),this._talk.say(e))}#P(t){t.key==="Enter"&&!t.shiftKey&&!t.isComposing&&this.#k(t)}#g(t){this.#l.value=t,this._length=t.length}takeBack(t){let e=!this.#l.value;return e&&this.#g(t),e}async#M(){this._isHelpOpen=!0,await this.updateComplete,this.#i("help-panel").querySelector("a")?.focus()}async#H(){this._talk.begin(),await this.updateComplete,this.#f()}async#T(){try{await navigator.clipboard.writeText(this._talk.transcript),this.#b(a.copied)}catch{this.#b(a.notCopied)}}#j(){let t=document.createElement("a");t.href=URL.createObjectURL(new Blob([`${a.fileNote}

${this._talk.transcript}
`],{type:"text/plain;charset=utf-8"})),t.download=a.fileName,t.click(),setTimeout(()=>URL.revokeObjectURL(t.href),1e3),this.#b(a.saved)}#b(t){this._isMenuOpen=!1,this.#i("menu").focus(),this._told=t,clearTimeout(this.#s),this.#s=setTimeout(()=>this._told="",6e3)}async#L(){this._isMenuOpen=!1,this._isConfirming=!0,await this.updateComplete,this.#i("cancel-erase").focus()}async#x(){this._isConfirming=!1,await this.updateComplete,this.#i("menu").focus()}async#U(){if(await this._talk.erase(),!this._talk.isOver)return this.#x();this._isConfirming=!1,this.#g(""),await this.updateComplete,this.#i("restart").focus()}};function ge({label:s,number:t,url:e}){let i=e.startsWith("https")?"_blank":p;return h`<li><a part="link" href=${e} target=${i} rel="noopener noreferrer"><span>${s}</span><strong>${t}</strong></a></li>`}customElements.get("praktijk-chat")||customElements.define("praktijk-chat",ht);})();
/*! Bundled license information:

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
