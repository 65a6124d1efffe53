/* sources sha256:ef5ca5142b316f08ef7440500acf3ee9f638df3ee6b4490b1395e61be63ea089 */
"use strict";(()=>{var U=globalThis,z=U.ShadowRoot&&(U.ShadyCSS===void 0||U.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,K=Symbol(),ce=new WeakMap,C=class{constructor(e,t,i){if(this._$cssResult$=!0,i!==K)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(z&&e===void 0){let i=t!==void 0&&t.length===1;i&&(e=ce.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),i&&ce.set(t,e))}return e}toString(){return this.cssText}},de=s=>new C(typeof s=="string"?s:s+"",void 0,K),J=(s,...e)=>{let t=s.length===1?s[0]:e.reduce((i,r,n)=>i+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+s[n+1],s[0]);return new C(t,s,K)},ue=(s,e)=>{if(z)s.adoptedStyleSheets=e.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of e){let i=document.createElement("style"),r=U.litNonce;r!==void 0&&i.setAttribute("nonce",r),i.textContent=t.cssText,s.appendChild(i)}},G=z?s=>s:s=>s instanceof CSSStyleSheet?(e=>{let t="";for(let i of e.cssRules)t+=i.cssText;return de(t)})(s):s;var{is:De,defineProperty:Ie,getOwnPropertyDescriptor:qe,getOwnPropertyNames:Ve,getOwnPropertySymbols:We,getPrototypeOf:Ke}=Object,B=globalThis,fe=B.trustedTypes,Je=fe?fe.emptyScript:"",Ge=B.reactiveElementPolyfillSupport,O=(s,e)=>s,Y={toAttribute(s,e){switch(e){case Boolean:s=s?Je:null;break;case Object:case Array:s=s==null?s:JSON.stringify(s)}return s},fromAttribute(s,e){let t=s;switch(e){case Boolean:t=s!==null;break;case Number:t=s===null?null:Number(s);break;case Object:case Array:try{t=JSON.parse(s)}catch{t=null}}return t}},ge=(s,e)=>!De(s,e),me={attribute:!0,type:String,converter:Y,reflect:!1,useDefault:!1,hasChanged:ge};Symbol.metadata??=Symbol("metadata"),B.litPropertyMetadata??=new WeakMap;var x=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=me){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let i=Symbol(),r=this.getPropertyDescriptor(e,i,t);r!==void 0&&Ie(this.prototype,e,r)}}static getPropertyDescriptor(e,t,i){let{get:r,set:n}=qe(this.prototype,e)??{get(){return this[t]},set(o){this[t]=o}};return{get:r,set(o){let h=r?.call(this);n?.call(this,o),this.requestUpdate(e,h,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??me}static _$Ei(){if(this.hasOwnProperty(O("elementProperties")))return;let e=Ke(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(O("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(O("properties"))){let t=this.properties,i=[...Ve(t),...We(t)];for(let r of i)this.createProperty(r,t[r])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[i,r]of t)this.elementProperties.set(i,r)}this._$Eh=new Map;for(let[t,i]of this.elementProperties){let r=this._$Eu(t,i);r!==void 0&&this._$Eh.set(r,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let i=new Set(e.flat(1/0).reverse());for(let r of i)t.unshift(G(r))}else e!==void 0&&t.push(G(e));return t}static _$Eu(e,t){let i=t.attribute;return i===!1?void 0:typeof i=="string"?i:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let i of t.keys())this.hasOwnProperty(i)&&(e.set(i,this[i]),delete this[i]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return ue(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,i){this._$AK(e,i)}_$ET(e,t){let i=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,i);if(r!==void 0&&i.reflect===!0){let n=(i.converter?.toAttribute!==void 0?i.converter:Y).toAttribute(t,i.type);this._$Em=e,n==null?this.removeAttribute(r):this.setAttribute(r,n),this._$Em=null}}_$AK(e,t){let i=this.constructor,r=i._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let n=i.getPropertyOptions(r),o=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:Y;this._$Em=r;let h=o.fromAttribute(t,n.type);this[r]=h??this._$Ej?.get(r)??h,this._$Em=null}}requestUpdate(e,t,i,r=!1,n){if(e!==void 0){let o=this.constructor;if(r===!1&&(n=this[e]),i??=o.getPropertyOptions(e),!((i.hasChanged??ge)(n,t)||i.useDefault&&i.reflect&&n===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,i))))return;this.C(e,t,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,t,{useDefault:i,reflect:r,wrapped:n},o){i&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??t??this[e]),n!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||i||(t=void 0),this._$AL.set(e,t)),r===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[r,n]of this._$Ep)this[r]=n;this._$Ep=void 0}let i=this.constructor.elementProperties;if(i.size>0)for(let[r,n]of i){let{wrapped:o}=n,h=this[r];o!==!0||this._$AL.has(r)||h===void 0||this.C(r,void 0,n,h)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(i=>i.hostUpdate?.()),this.update(t)):this._$EM()}catch(i){throw e=!1,this._$EM(),i}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(e){}firstUpdated(e){}};x.elementStyles=[],x.shadowRootOptions={mode:"open"},x[O("elementProperties")]=new Map,x[O("finalized")]=new Map,Ge?.({ReactiveElement:x}),(B.reactiveElementVersions??=[]).push("2.1.2");var ie=globalThis,be=s=>s,D=ie.trustedTypes,xe=D?D.createPolicy("lit-html",{createHTML:s=>s}):void 0,_e="$lit$",v=`lit$${Math.random().toFixed(9).slice(2)}$`,Ae="?"+v,Ye=`<${Ae}>`,_=document,P=()=>_.createComment(""),H=s=>s===null||typeof s!="object"&&typeof s!="function",se=Array.isArray,Fe=s=>se(s)||typeof s?.[Symbol.iterator]=="function",F=`[ 	
\f\r]`,N=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ve=/-->/g,$e=/>/g,y=RegExp(`>|${F}(?:([^\\s"'>=/]+)(${F}*=${F}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),ke=/'/g,ye=/"/g,Ee=/^(?:script|style|textarea|title)$/i,re=s=>(e,...t)=>({_$litType$:s,strings:e,values:t}),c=re(1),yt=re(2),wt=re(3),A=Symbol.for("lit-noChange"),p=Symbol.for("lit-nothing"),we=new WeakMap,w=_.createTreeWalker(_,129);function Se(s,e){if(!se(s)||!s.hasOwnProperty("raw"))throw Error("invalid template strings array");return xe!==void 0?xe.createHTML(e):e}var Qe=(s,e)=>{let t=s.length-1,i=[],r,n=e===2?"<svg>":e===3?"<math>":"",o=N;for(let h=0;h<t;h++){let l=s[h],d,f,u=-1,g=0;for(;g<l.length&&(o.lastIndex=g,f=o.exec(l),f!==null);)g=o.lastIndex,o===N?f[1]==="!--"?o=ve:f[1]!==void 0?o=$e:f[2]!==void 0?(Ee.test(f[2])&&(r=RegExp("</"+f[2],"g")),o=y):f[3]!==void 0&&(o=y):o===y?f[0]===">"?(o=r??N,u=-1):f[1]===void 0?u=-2:(u=o.lastIndex-f[2].length,d=f[1],o=f[3]===void 0?y:f[3]==='"'?ye:ke):o===ye||o===ke?o=y:o===ve||o===$e?o=N:(o=y,r=void 0);let b=o===y&&s[h+1].startsWith("/>")?" ":"";n+=o===N?l+Ye:u>=0?(i.push(d),l.slice(0,u)+_e+l.slice(u)+v+b):l+v+(u===-2?h:b)}return[Se(s,n+(s[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),i]},M=class s{constructor({strings:e,_$litType$:t},i){let r;this.parts=[];let n=0,o=0,h=e.length-1,l=this.parts,[d,f]=Qe(e,t);if(this.el=s.createElement(d,i),w.currentNode=this.el.content,t===2||t===3){let u=this.el.content.firstChild;u.replaceWith(...u.childNodes)}for(;(r=w.nextNode())!==null&&l.length<h;){if(r.nodeType===1){if(r.hasAttributes())for(let u of r.getAttributeNames())if(u.endsWith(_e)){let g=f[o++],b=r.getAttribute(u).split(v),R=/([.?@])?(.*)/.exec(g);l.push({type:1,index:n,name:R[2],strings:b,ctor:R[1]==="."?X:R[1]==="?"?Z:R[1]==="@"?ee:S}),r.removeAttribute(u)}else u.startsWith(v)&&(l.push({type:6,index:n}),r.removeAttribute(u));if(Ee.test(r.tagName)){let u=r.textContent.split(v),g=u.length-1;if(g>0){r.textContent=D?D.emptyScript:"";for(let b=0;b<g;b++)r.append(u[b],P()),w.nextNode(),l.push({type:2,index:++n});r.append(u[g],P())}}}else if(r.nodeType===8)if(r.data===Ae)l.push({type:2,index:n});else{let u=-1;for(;(u=r.data.indexOf(v,u+1))!==-1;)l.push({type:7,index:n}),u+=v.length-1}n++}}static createElement(e,t){let i=_.createElement("template");return i.innerHTML=e,i}};function E(s,e,t=s,i){if(e===A)return e;let r=i!==void 0?t._$Co?.[i]:t._$Cl,n=H(e)?void 0:e._$litDirective$;return r?.constructor!==n&&(r?._$AO?.(!1),n===void 0?r=void 0:(r=new n(s),r._$AT(s,t,i)),i!==void 0?(t._$Co??=[])[i]=r:t._$Cl=r),r!==void 0&&(e=E(s,r._$AS(s,e.values),r,i)),e}var Q=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:i}=this._$AD,r=(e?.creationScope??_).importNode(t,!0);w.currentNode=r;let n=w.nextNode(),o=0,h=0,l=i[0];for(;l!==void 0;){if(o===l.index){let d;l.type===2?d=new L(n,n.nextSibling,this,e):l.type===1?d=new l.ctor(n,l.name,l.strings,this,e):l.type===6&&(d=new te(n,this,e)),this._$AV.push(d),l=i[++h]}o!==l?.index&&(n=w.nextNode(),o++)}return w.currentNode=_,r}p(e){let t=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(e,i,t),t+=i.strings.length-2):i._$AI(e[t])),t++}},L=class s{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,i,r){this.type=2,this._$AH=p,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=i,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=E(this,e,t),H(e)?e===p||e==null||e===""?(this._$AH!==p&&this._$AR(),this._$AH=p):e!==this._$AH&&e!==A&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):Fe(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==p&&H(this._$AH)?this._$AA.nextSibling.data=e:this.T(_.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:i}=e,r=typeof i=="number"?this._$AC(e):(i.el===void 0&&(i.el=M.createElement(Se(i.h,i.h[0]),this.options)),i);if(this._$AH?._$AD===r)this._$AH.p(t);else{let n=new Q(r,this),o=n.u(this.options);n.p(t),this.T(o),this._$AH=n}}_$AC(e){let t=we.get(e.strings);return t===void 0&&we.set(e.strings,t=new M(e)),t}k(e){se(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,i,r=0;for(let n of e)r===t.length?t.push(i=new s(this.O(P()),this.O(P()),this,this.options)):i=t[r],i._$AI(n),r++;r<t.length&&(this._$AR(i&&i._$AB.nextSibling,r),t.length=r)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let i=be(e).nextSibling;be(e).remove(),e=i}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},S=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,i,r,n){this.type=1,this._$AH=p,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=n,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=p}_$AI(e,t=this,i,r){let n=this.strings,o=!1;if(n===void 0)e=E(this,e,t,0),o=!H(e)||e!==this._$AH&&e!==A,o&&(this._$AH=e);else{let h=e,l,d;for(e=n[0],l=0;l<n.length-1;l++)d=E(this,h[i+l],t,l),d===A&&(d=this._$AH[l]),o||=!H(d)||d!==this._$AH[l],d===p?e=p:e!==p&&(e+=(d??"")+n[l+1]),this._$AH[l]=d}o&&!r&&this.j(e)}j(e){e===p?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},X=class extends S{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===p?void 0:e}},Z=class extends S{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==p)}},ee=class extends S{constructor(e,t,i,r,n){super(e,t,i,r,n),this.type=5}_$AI(e,t=this){if((e=E(this,e,t,0)??p)===A)return;let i=this._$AH,r=e===p&&i!==p||e.capture!==i.capture||e.once!==i.once||e.passive!==i.passive,n=e!==p&&(i===p||r);r&&this.element.removeEventListener(this.name,this,i),n&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},te=class{constructor(e,t,i){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(e){E(this,e)}};var Xe=ie.litHtmlPolyfillSupport;Xe?.(M,L),(ie.litHtmlVersions??=[]).push("3.3.3");var Ce=(s,e,t)=>{let i=t?.renderBefore??e,r=i._$litPart$;if(r===void 0){let n=t?.renderBefore??null;i._$litPart$=r=new L(e.insertBefore(P(),n),n,void 0,t??{})}return r._$AI(s),r};var ne=globalThis,$=class extends x{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Ce(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return A}};$._$litElement$=!0,$.finalized=!0,ne.litElementHydrateSupport?.({LitElement:$});var Ze=ne.litElementPolyfillSupport;Ze?.({LitElement:$});(ne.litElementVersions??=[]).push("4.2.2");var Oe="praktijk-chat",m=class extends Error{constructor(e,t=""){super(t),this.status=e}get isGone(){return this.status===401}get isRefusal(){return this.status>=400&&this.status<500}},q=class{constructor(e){this.server=e.replace(/\/+$/,""),this.key=this.server?`${Oe} ${this.server}`:Oe,this.token=oe(t=>t.getItem(this.key))??null}async open(){let e=await this.#e("POST","/chat/sessions",{},1);if(!e.token)throw new m(0);return this.token=e.token,oe(t=>t.setItem(this.key,e.token)),I(e)}practice(){return this.#e("GET","/chat/practice")}async history(){return I(await this.#e("GET","/chat/messages"))}async send(e,t){let i=I(await this.#e("POST","/chat/messages",{id:e,...t}));if(!i.length)throw new m(0);return i}async feedback(e,t,i){return I(await this.#e("POST","/chat/feedback",{message:e,helpful:t,comment:i}))}async erase(){this.token&&await this.#e("DELETE","/chat/sessions"),this.forget()}abandon(){this.erase().catch(()=>{}),this.forget()}forget(){this.token=null,oe(e=>e.removeItem(this.key))}async#e(e,t,i,r=2){let n=AbortSignal.timeout(8e3),o={...i&&{"Content-Type":"application/json"},...this.token&&{Authorization:`Bearer ${this.token}`}};for(;;){let h,l;try{h=await fetch(this.server+t,{method:e,headers:o,signal:n,body:i&&JSON.stringify(i),cache:"no-store",credentials:"omit",keepalive:e==="DELETE"}),l=await h.text()}catch{if(n.aborted||--r<1)throw new m(0);await new Promise(f=>setTimeout(f,600));continue}let d=et(l);if(!h.ok)throw new m(h.status,d?.error);if(l&&!d)throw new m(0);return d??{}}}};function Ne(){let[...s]=crypto.getRandomValues(new Uint8Array(16));return s[6]=s[6]&15|64,s[8]=s[8]&63|128,s.map(t=>t.toString(16).padStart(2,"0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/,"$1-$2-$3-$4-")}function oe(s){try{return s(sessionStorage)}catch{return}}function et(s){try{return JSON.parse(s)}catch{return null}}function I({messages:s}){if(!Array.isArray(s))throw new m(0);return s}var V=[{label:"Direct gevaar",number:"112",url:"tel:112"},{label:"Denk je aan zelfdoding?",number:"113",url:"tel:113"},{label:"Lukt 113 bellen niet?",number:"0800-0113",url:"tel:08000113"},{label:"Liever chatten met 113?",number:"113.nl",url:"https://113.nl"},{label:"Veilig Thuis",number:"0800-2000",url:"tel:08002000"},{label:"Kindertelefoon",number:"0800-0432",url:"tel:08000432"}],a={launcher:"Stel je vraag",name:"Chat van de praktijk",robot:"Chatbot, geen mens",log:"Gesprek",you:"Jij:",bot:"Chatbot:",waiting:"De chatbot zoekt een antwoord.",note:"Niemand leest nu live mee; het team kan dit gesprek later bekijken.",question:"Je bericht",placeholder:"Typ hier je bericht",send:"Verstuur",left:s=>`Nog ${s} ${s===1?"teken":"tekens"}`,help:"Nu hulp nodig?",toHelp:"Naar de hulpnummers",helpNote:"113 bel je gratis en anoniem, dag en nacht. Veilig Thuis bel je ook gratis, dag en nacht. Je kunt ook je huisarts of de huisartsenpost bellen.",practice:"De praktijk",call:s=>`Bel ${s}`,menu:"Menu",close:"Sluit de chat",newTab:"(opent in een nieuw tabblad)",choices:"Keuzes",choiceCount:s=>s===1?"Hieronder staat 1 knop.":`Hieronder staan ${s} knoppen.`,chosen:"gekozen",more:"Lees meer",less:"Lees minder",simple:"Eenvoudiger",sources:["Bron","Bronnen"],publisher:"Uitgever",date:"Datum",unknown:"niet vermeld",rate:"Was dit nuttig?",helpful:"Ja, dit was nuttig",unhelpful:"Nee, dit was niet nuttig",comment:"Wil je vertellen waarom? Het hoeft niet.",commentSend:"Verstuur",thanks:"Dank je wel.",commented:"Dank je wel. Je reactie is verstuurd.",notRated:"Dat is niet gelukt. Probeer het straks nog eens.",headings:{crisis:"Hier vind je hulp",referral:"Adviesgesprek",form:"Terugbelverzoek"},leave:"Wis dit en verlaat snel deze pagina",elsewhere:"https://www.buienradar.nl/",copy:"Kopieer dit gesprek",copied:"Het gesprek is gekopieerd.",save:"Bewaar dit gesprek",saved:"Het gesprek is bewaard bij je downloads.",notCopied:"Kopiëren lukt niet in deze browser. Je kunt het gesprek wel bewaren.",fileName:"gesprek-chatbot.txt",fileNote:"Gesprek met de chatbot. Staat dit op een gedeeld apparaat, dan kan een ander het lezen.",erase:"Wis dit gesprek",eraseQuestion:"Wil je dit gesprek wissen? Daarna kan niemand het nog lezen, jij ook niet.",eraseYes:"Ja, wis het",eraseNo:"Nee, laat het staan",erased:"Je gesprek is gewist.",notErased:"Het wissen is niet gelukt. Je gesprek staat er nog. Probeer het straks nog eens, of bel de praktijk.",again:"Begin een nieuw gesprek",retry:"Probeer opnieuw",gone:"Dit gesprek is gesloten. Je kunt hier gewoon een nieuw gesprek beginnen.",refused:"Dat is niet gelukt. Probeer het nog eens.",trouble:s=>`Sorry, ik kan je nu geen antwoord geven. Er is een storing, of de verbinding werkt niet.

- Is er direct gevaar? Bel 112.
- Denk je aan zelfdoding? Bel 113, gratis, dag en nacht. Chatten kan op 113.nl.${s&&`
- Wil je de praktijk spreken? Bel ${s.replace(/ /g," ")}.`}`};var tt="januari februari maart april mei juni juli augustus september oktober november december".split(" "),it=/^- /,st="#1b2624",rt=.37;function ae(s){let e=[];for(let t of s.replace(/\r\n?/g,`
`).split(/\n\s*\n/)){let i;for(let r of t.split(`
`).map(n=>n.trim()).filter(Boolean))it.test(r)?(i?.items||e.push(i={items:[]}),i.items.push(r.slice(2))):i?.text!==void 0?i.text+=`
${r}`:e.push(i={text:r})}return e}function T(s){let e=/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(s||"");if(!e)return s||a.unknown;let[,t,i,r]=e;return[r&&Number(r),i&&(tt[Number(i)-1]??i),t].filter(Boolean).join(" ")}function He(s,e){try{let{protocol:t,origin:i,href:r}=new URL(s,e);return s.startsWith("/")&&i===new URL(e).origin||/^(tel|mailto|https):/i.test(s)&&/^(tel|mailto|https):$/.test(t)?r:null}catch{return null}}function le(s,e){let{protocol:t,pathname:i,hostname:r}=new URL(e);return t==="https:"?s.includes(r)?"":r.replace(/^www\./,""):t!=="tel:"||/\d/.test(s)?"":i.replace(/^0800(\d{4})$/,"0800-$1")}var nt=s=>`tel:${s.replace(/(?!^\+)\D/g,"").replace(/^0(?!800|900)/,"+31")}`,W=s=>s?[{label:a.practice,number:s,url:nt(s)}]:[];function Me(s){let e=/^#([\da-f]{3}|[\da-f]{6})$/i.exec(s.trim())?.[1];if(!e)return null;let i=(e.length===3?[...e].map(o=>o+o):e.match(/../g)).map(o=>parseInt(o,16)),r=1.05/(Pe(i)+.05),n=i;for(;Pe(n)<rt;)n=n.map(o=>Math.ceil(o+(255-o)/10));return{accent:`#${e}`,on:r>=4.5?"#fff":"#000",ink:r>=5?`#${e}`:st,"ink-dark":`#${n.map(o=>o.toString(16).padStart(2,"0")).join("")}`}}function Pe(s){let[e,t,i]=s.map(r=>r/255).map(r=>r<=.04?r/12.92:((r+.055)/1.055)**2.4);return .2126*e+.7152*t+.0722*i}function Le({kind:s,text:e,links:t=[],buttons:i=[]}){let r=a.headings[s]?`${a.headings[s]}.`:"",n=ae(e).flatMap(h=>h.items??h.text),o=t.map(({label:h,url:l})=>`${h} ${/^tel:/.test(l)?le(h,l):""}`.trim()+".");return[a.bot,r,...n,...o,i.length?a.choiceCount(i.length):""].filter(Boolean).join(`
`)}var j=class{items=[];firstNew=0;isBusy=!1;isOver=!1;#e=0;#i;#s;constructor(e,t){this.#s=e,this.#i=new q(t)}async begin(){return this.isOver&&(this.items=[]),this.isOver=!1,await this.#r(()=>this.#i.token?this.#p():this.#i.open()),this.isOpen}practice(){return this.#i.practice()}get isOpen(){return!!this.#i.token}say(e){return this.#l(e,{text:e})}async press(e,t){this.isBusy||this.isOver||(e.chosen=t.id,await this.#l(t.label,{button:t.id}))}async rate(e,t,i){if(e.isRating)return;let r=this.#e,n=e.helpful,o=[];this.change(e,{helpful:t,isRating:!0});try{o=await this.#i.feedback(e.id,t,i),this.change(e,{isRated:!0,isCommented:e.isCommented||!!i,rateNote:i?a.commented:a.thanks})}catch{this.change(e,{helpful:n,rateNote:a.notRated})}e.isRating=!1,r===this.#e&&(o.length?this.#o(...o):this.#s.announce([{id:"",kind:"",text:e.rateNote??""}]))}get transcript(){return this.items.filter(e=>e.id).map(e=>{let t=(e.links??[]).map(({label:r,url:n})=>`${r}: ${n.replace(/^(tel|mailto):/,"")}`),i=(e.sources??[]).map(r=>`${a.sources[0]}: ${r.title}, ${T(r.date)}`);return[e.from==="visitor"?a.you:a.bot,e.text,...t,...i].join(`
`)}).join(`

`)}change(e,t){Object.assign(e,t),this.#s.requestUpdate()}retire(){this.#e++,this.isBusy=!1}async erase(){try{await this.#i.erase()}catch(e){return e instanceof m&&e.isGone?this.#d(e):this.#n("error",e instanceof m&&e.message||a.notErased)}this.retire(),this.isOver=!0,this.items=[],this.#n("notice",a.erased)}leave(){this.#i.abandon(),this.retire(),this.isOver=!0,this.items=[],this.#s.announce([]),this.#s.requestUpdate(),location.replace(a.elsewhere)}async#l(e,t){let i=Ne(),r={id:i,kind:"",from:"visitor",text:e};this.#o(r),await this.#r(()=>this.#i.send(i,t),"text"in t?r:void 0)}async#p(){let e=await this.#i.history();return e.forEach((t,i)=>{t.isRestored=!0;let r=e.slice(i+1).find(n=>n.from==="visitor");r&&(t.chosen=t.buttons?.find(n=>n.label===r.text)?.id)}),e}async#r(e,t){let i=this.#e,r=()=>i===this.#e;for(let n of this.items)delete n.retry;this.isBusy=!0,this.#s.requestUpdate();try{let n=await e();r()&&this.#o(...n)}catch(n){r()&&this.#c(n,()=>this.#r(e,t),t)}finally{r()&&(this.isBusy=!1),this.#s.requestUpdate()}}#c(e,t,i){let r=e instanceof m?e:new m(0);if(r.isGone)return this.#d(r,i);if(r.isRefusal)return this.#u(i),this.#n("error",r.message||a.refused);let n=this.#s.practicePhone,o=[...V.slice(0,2),...W(n)].map(({number:l,url:d})=>({label:a.call(l),url:d})),h=()=>{this.items=this.items.filter(l=>l.retry!==h),t()};this.#n("error",a.trouble(n),{links:o,retry:h})}#d(e,t){this.#i.forget(),this.#u(t),this.isOver=!0,this.#n("error",e.message||a.gone)}#u(e){e&&this.#s.takeBack(e.text)&&(this.items=this.items.filter(t=>t!==e))}#n(e,t,i){this.#o({id:"",kind:e,text:t,...i})}#o(...e){this.firstNew=this.items.length+(e[0]?.isRestored?e.findLastIndex(t=>t.from==="visitor")+1:0),this.items=[...this.items,...e],this.#s.announce(e.filter(t=>t.from!=="visitor"&&!t.isRestored)),this.#s.requestUpdate()}};var k=s=>c`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${s} /></svg>`,ot="M7 10v10H3V10h4zm3 9V10l4-7c1.5 0 2.4 1.3 2 2.7L15 9h5c1.2 0 2 1 1.8 2.2l-1.3 7c-.2 1-1 1.8-2 1.8H11.500z",at="geweld",lt="M5 12.500l4.500 4.500L19 7.500",Te=s=>ae(s).map(e=>e.items?c`<ul>${e.items.map(t=>c`<li>${t}</li>`)}</ul>`:c`<p>${e.text}</p>`);function je({label:s,url:e},t=!1){let i=He(e,location.href);if(!i)return c`<span part="link-text">${s}</span>`;let r=/^https:/i.test(e),n=!r||t?le(s,i):"";return c`<a part="link" href=${i} target=${r?"_blank":p} rel=${r?"noopener noreferrer":p}
    ><span>${s.replace(/(\d)-(?=\d)/g,"$1‑")}</span>${n&&c`<strong>${n}</strong>`}${r?c`<span class="unseen"> ${a.newTab}</span>`:p}</a>`}function Re(s,e,t){let{from:i="bot",kind:r,links:n=[],buttons:o=[],sources:h=[]}=s,l=a.headings[r],d=r==="crisis",f=i==="visitor"?[c`<p>${s.text}</p>`]:Te(s.isSimple&&s.simple||s.text),u=d&&s.answer===at?c`<button type="button" part="leave" class="pill" @click=${()=>t.leave()}>${a.leave}</button>`:p,g=n.length?c`<div class="links">${n.map(b=>je(b,d))}</div>`:p;return c`<div part="message" class=${i} data-from=${i} data-kind=${r??p}>
    <div class="bubble">
      <span class="unseen">${i==="visitor"?a.you:a.bot}</span>
      ${l?c`<p class="heading">${l}</p>`:p}
      <div part="text">${d?[f[0],u,g,...f.slice(1)]:f}</div>
      ${s.isMore&&s.more?c`<div part="more-text">${Te(s.more)}</div>`:p}
      ${d?p:g}
      ${s.retry?c`<button type="button" part="retry" class="pill" @click=${s.retry}>${a.retry}</button>`:p}
      ${pt(s,t)} ${h.length?ht(h):p}
    </div>
    ${r==="answer"?dt(s,t):p}
    ${o.length?c`<div class="buttons ${e?"":"quiet"}" role="group" aria-label=${a.choices}>
          ${o.map(b=>ct(s,b,t))}
        </div>`:p}
  </div>`}var pt=(s,e)=>s.more||s.simple?c`<div class="tools">
        ${s.more?c`<button type="button" part="more" aria-expanded=${!!s.isMore} @click=${()=>e.change(s,{isMore:!s.isMore})}>
              ${s.isMore?a.less:a.more}
            </button>`:p}
        ${s.simple?c`<button type="button" part="simple" aria-pressed=${!!s.isSimple} @click=${()=>e.change(s,{isSimple:!s.isSimple})}>
              ${a.simple}
            </button>`:p}
      </div>`:p,ht=s=>c`<details part="sources">
  <summary>${a.sources[s.length>1?1:0]}<span class="date">${[...new Set(s.map(e=>e.date).filter(Boolean))].map(T).join(", ")}</span></summary>
  <ul>
    ${s.map(e=>c`<li>
        ${e.url?je({label:e.title,url:e.url}):c`<span>${e.title}</span>`}
        <small>${a.publisher}: ${e.publisher||a.unknown}</small><small>${a.date}: ${T(e.date)}</small>
      </li>`)}
  </ul>
</details>`;function ct(s,e,t){let i=s.chosen===e.id;return c`<button type="button" part="button" class="pill ${i?"chosen":""}" @click=${()=>t.press(s,e)}>
    ${i?k(lt):p}${e.label}${i?c`<span class="unseen"> (${a.chosen})</span>`:p}
  </button>`}var dt=(s,e)=>c`<div part="feedback" class="rating" role="group" aria-label=${a.rate}>
  ${[!0,!1].map(t=>c`<button type="button" part=${t?"helpful":"unhelpful"} class=${t?"":"down"}
      aria-label=${t?a.helpful:a.unhelpful} aria-pressed=${s.helpful===t} @click=${()=>e.rate(s,t)}>
      ${k(ot)}
    </button>`)}
  <span>${s.rateNote??a.rate}</span>
</div>
${!s.isRated||s.isCommented?p:ut(s,e)}`;function ut(s,e){return c`<form part="comment" class="comment" @submit=${async i=>{i.preventDefault();let r=i.target,n=r.querySelector("textarea"),o=r.parentElement?.querySelector('[part="feedback"] [aria-pressed="true"]'),h=n.value.trim();if(!h)return n.focus();await e.rate(s,!!s.helpful,h),s.isCommented&&o?.focus()}}>
    <label><span>${a.comment}</span><textarea rows="2" maxlength="1000"></textarea></label>
    <button type="submit" part="comment-send" class="pill">${a.commentSend}</button>
  </form>`}var Ue="(max-width: 519px), (max-height: 459px)",ze=J`
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
    display: flex; align-items: center; gap: 10px; min-height: 58px; max-width: calc(100vw - 40px); padding: 0 24px 0 20px;
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
  h2 { display: -webkit-box; overflow: hidden; font-size: 17px; font-weight: 600; line-height: 1.25; overflow-wrap: anywhere; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
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
  slot + [part="message"], slot + [part="typing"] { margin-top: 0; }
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
  .comment textarea { border-radius: 14px; font-size: 16px; color: var(--text); }
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
  [part="notice"] { margin: -16px -14px 16px; padding: 10px 14px; border-bottom: 1px solid var(--line); background: var(--surface); font-size: 15px; font-weight: 600; text-align: center; overflow-wrap: anywhere; }
  .foot { flex: none; display: flex; flex-wrap: wrap; gap: 8px; justify-content: center; padding: 14px 14px max(14px, env(safe-area-inset-bottom)); border-top: 1px solid var(--line); background: var(--surface); }
  .foot p { flex: 1 0 100%; }

  @media (max-width: 519px), (max-height: 459px) {
    [part="panel"] { inset: 0; width: 100%; height: var(--pc-height, 100dvh); border: 0; border-radius: 0; overflow: auto; overscroll-behavior: contain; }
    [part="composer"], .foot { position: sticky; bottom: 0; z-index: 1; }
    textarea { max-height: min(132px, calc(var(--pc-height, 100dvh) * .3)); }
    .bubble { max-width: 96%; }
  }
  @media (max-width: 339px) {
    .face { display: none; }
  }
  @media (max-height: 459px) {
    [part="panel"] { scroll-padding: 52px 0 84px; }
    [part="close"] { position: fixed; top: 8px; right: 8px; z-index: 3; background: var(--accent); color: var(--on); }
    .menu { margin-right: 48px; }
    [part="log"] { flex: none; overflow: visible; }
    [part="help"] { position: sticky; top: 0; z-index: 1; }
    [part="help-panel"] { flex: none; }
    [part="composer"], .foot { margin-top: auto; }
    .note { display: none; }
  }
  @media (prefers-reduced-motion: reduce) {
    *, ::before, ::after { animation: none !important; transition: none !important; }
  }
  @media (forced-colors: active) {
    [part="launcher"], .solid, [part="send"], [part="header"], .visitor .bubble, .links a { border: 2px solid; }
    [part="typing"] i { background: CanvasText; }
  }
`;var pe=1e3,Be="M4 5.500C4 4.700 4.700 4 5.500 4h13c.8 0 1.500.7 1.500 1.500v9c0 .8-.7 1.500-1.500 1.500H11l-4.500 4v-4h-1C4.700 16 4 15.300 4 14.500z",ft="M4 12l16-8-5 16-3.500-6.500z",mt="M6 6l12 12M18 6L6 18",gt="M12 5.500v.01M12 12v.01M12 18.500v.01",he=class extends ${static styles=ze;static properties={server:{},name:{},accent:{},phone:{},lang:{},position:{reflect:!0},open:{type:Boolean,reflect:!0},_isMenuOpen:{state:!0},_isHelpOpen:{state:!0},_isConfirming:{state:!0},_length:{state:!0},_told:{state:!0},_practice:{state:!0}};#e=matchMedia(Ue);#i="";#s;#l;#p=!1;#r;#c=[];constructor(){super(),this.server="",this.name="",this.accent="",this.phone="",this.lang="nl",this._practice=null,this.position="right",this.open=!1,this._told="",this._isMenuOpen=!1,this._isHelpOpen=!1,this._isConfirming=!1,this._length=0,this._talk=new j(this,"")}connectedCallback(){super.connectedCallback(),this.#e.addEventListener("change",this.#w),visualViewport?.addEventListener("resize",this.#m),document.addEventListener("keydown",this.#_),!(!this.hasUpdated||!this.open)&&(this.#h.close(),this.#k())}disconnectedCallback(){super.disconnectedCallback(),this.#e.removeEventListener("change",this.#w),visualViewport?.removeEventListener("resize",this.#m),document.removeEventListener("keydown",this.#_)}render(){let{items:e,isBusy:t,isOver:i}=this._talk,r=e.findLastIndex(n=>n.from==="visitor");return c`
      <button type="button" part="launcher" lang=${this.#$} aria-haspopup="dialog" ?hidden=${this.open} @click=${()=>this.open=!0}>
        ${k(Be)}<span><slot name="launcher">${a.launcher}</slot></span>
      </button>
      <dialog part="panel" lang=${this.#$} aria-labelledby="title" @keydown=${this.#H} @cancel=${this.#P} @click=${this.#L}>
        ${this.#d()} ${this.#u()}
        <div part="log" role="log" tabindex="0" aria-label=${a.log} aria-live="off">
          ${this._practice?.notice?c`<p part="notice">${this._practice.notice}</p>`:p}
          <slot name="intro"></slot>
          ${e.map((n,o)=>Re(n,o>r,this._talk))}
          ${t?c`<div part="typing" aria-hidden="true"><i></i><i></i><i></i></div>`:p}
        </div>
        <div part="announcer" class="unseen" aria-live="polite"></div>
        <p part="status" class="unseen" role="status">${t?a.waiting:this._told||(this._length>=pe?a.left(0):"")}</p>
        ${this._told?c`<p class="told" aria-hidden="true">${this._told}</p>`:p}
        ${this.#n()} ${this._isConfirming&&!i?this.#o():p} ${i?this.#S():p}
      </dialog>
    `}#d(){return c`<div part="header">
      <span class="face">${k(Be)}</span>
      <div class="who"><h2 id="title" tabindex="-1">${this.name||this._practice?.name||a.name}</h2><p part="robot">${a.robot}</p></div>
      <div class="menu" @focusout=${this.#M}>
        <button type="button" part="menu" class="tool" aria-label=${a.menu} aria-expanded=${this._isMenuOpen}
          @click=${()=>this._isMenuOpen=!this._isMenuOpen}>${k(gt)}</button>
        <div part="menu-list" ?hidden=${!this._isMenuOpen}>
          <button type="button" part="copy" @click=${this.#U}>${a.copy}</button>
          <button type="button" part="save" @click=${this.#z}>${a.save}</button>
          <button type="button" part="erase" @click=${this.#B}>${a.erase}</button>
        </div>
      </div>
      <button type="button" part="close" class="tool" aria-label=${a.close} @click=${()=>this.open=!1}>${k(mt)}</button>
    </div>`}#u(){return c`<button type="button" part="help" aria-expanded=${this._isHelpOpen} aria-controls="help"
        @click=${()=>this._isHelpOpen=!this._isHelpOpen}>${a.help}</button>
      <section part="help-panel" id="help" aria-label=${a.help} ?hidden=${!this._isHelpOpen}>
        <ul>
          ${[...V,...W(this.practicePhone)].map(bt)}
        </ul>
        <p>${a.helpNote}</p>
      </section>`}#n(){let e=pe-this._length;return c`<form part="composer" ?hidden=${this._isConfirming||this._talk.isOver} @submit=${this.#E}>
      <textarea rows="1" aria-describedby="note" maxlength=${pe} aria-label=${a.question} placeholder=${a.placeholder} enterkeyhint="send"
        @input=${()=>this._length=this.#a.value.length} @keydown=${this.#T}></textarea>
      <button type="submit" part="send" aria-label=${a.send} aria-disabled=${this._talk.isBusy}>${k(ft)}</button>
      <button type="button" part="to-help" class="pill" @click=${this.#j}>${a.toHelp}</button>
      <small id="note" class=${e<=100?"":"note"}>${e<=100?a.left(e):a.note}</small>
      <slot name="footer"></slot>
    </form>`}#o(){return c`<div part="confirm" class="foot" role="group" aria-labelledby="question">
      <p id="question">${a.eraseQuestion}</p>
      <button type="button" part="confirm-erase" class="solid" @click=${this.#D}>${a.eraseYes}</button>
      <button type="button" part="cancel-erase" class="pill" @click=${this.#x}>${a.eraseNo}</button>
    </div>`}#S(){return c`<div class="foot"><button type="button" part="restart" class="solid" @click=${this.#R}>${a.again}</button></div>`}willUpdate(e){e.has("server")&&(this._talk.retire(),this._talk=new j(this,this.server??""),this._practice=null,this.#v(),this.hasUpdated&&this.open&&this._talk.begin())}updated(e){(e.has("accent")||e.has("_practice"))&&this.#C(),this.isConnected&&e.has("open")&&(this.open||e.get("open"))&&(this.open?this.#k():this.#N());let t=`${this._talk.items.length} ${this._talk.isBusy}`;t!==this.#i&&this.#O(),this.#i=t,this._talk.isOver&&this.shadowRoot?.activeElement?.closest("[part=composer]")&&this.#t("restart").focus()}#C(){let e=["accent","on","ink","ink-dark"];for(let r of e)this.style.removeProperty(`--pc-${r}`);let t=getComputedStyle(this).getPropertyValue("--pc-accent"),i=Me(this.accent||(t?"":this._practice?.accent??""));for(let r of e)i&&this.style.setProperty(`--pc-${r}`,i[r])}async#v(){let e=this._talk;if(this.#r===e)return;this.#r=e;let t=await e.practice().catch(()=>null);this.#r===e&&(this.#r=void 0,this._practice=t)}get practicePhone(){return this.phone||this._practice?.phone||""}get#$(){return/^nl\b/i.test(this.lang)?this.lang:"nl"}announce(e){if(!this.open)return void this.#c.push(...e);let t=this.#t("announcer");t.replaceChildren(...e.map(i=>Object.assign(document.createElement("p"),{textContent:Le(i)}))),clearTimeout(this.#l),this.#l=setTimeout(()=>t.replaceChildren(),2e4)}#O(){let{items:e,firstNew:t,isBusy:i}=this._talk,r=this.#t("log"),n=getComputedStyle(r).overflowY==="visible",o=n?this.#t("panel"):r,h=r.querySelectorAll('[part="message"]'),l=e[t-1]?.from==="visitor"?h[t-1]:void 0,d=l&&l.clientHeight<r.clientHeight/3?l:h[t];i?o.scrollTop=o.scrollHeight:d&&t&&(o.scrollTop+=d.getBoundingClientRect().top-o.getBoundingClientRect().top-(n?56:12))}#t(e){return this.renderRoot.querySelector(`[part="${e}"]`)}get#h(){return this.#t("panel")}get#a(){return this.renderRoot.querySelector("[part=composer] textarea")}#k(){this.#y(null);let e=this.#c.splice(0);e.length&&setTimeout(()=>this.announce(e.filter(t=>this._talk.items.includes(t))),500),this.dispatchEvent(new Event("praktijk-chat-open",{bubbles:!0,composed:!0})),this._practice||this.#v(),!this._talk.items.length&&!this._talk.isBusy&&this._talk.begin()}#y(e){this.#e.matches?this.#h.showModal():this.#h.show(),this.#m(),e instanceof HTMLElement?e.focus({preventScroll:!0}):this.#f()}#f(){let e=this.#e.matches||matchMedia("(pointer: coarse)").matches,t=this.renderRoot.querySelector("#title");(e||this.#t("composer").hidden?t:this.#a).focus()}#N(){this.#h.close(),this._isMenuOpen=this._isHelpOpen=this._isConfirming=!1,this.#t("announcer").replaceChildren(),[this,document.body,null].includes(document.activeElement)&&this.#t("launcher").focus(),this.dispatchEvent(new Event("praktijk-chat-close",{bubbles:!0,composed:!0}))}#w=()=>{if(!this.open)return;let e=this.shadowRoot?.activeElement??null;this.#h.close(),this.#y(e)};#_=e=>{e.key==="Escape"&&!e.defaultPrevented&&!e.composedPath().includes(this)&&(this.open=!1)};#m=()=>{let e=visualViewport,t=this.open&&this.#e.matches&&e&&e.scale===1&&e.height<innerHeight;this.style.setProperty("--pc-height",t?`${e.height}px`:"")};#P(e){e.preventDefault(),this.#A()}#H(e){e.key==="Escape"&&(e.preventDefault(),e.stopPropagation(),this.#A())}#A(){this._isConfirming?this.#x():this._isMenuOpen?(this._isMenuOpen=!1,this.#t("menu").focus()):this._isHelpOpen?(this._isHelpOpen=!1,this.#t("help").focus()):this.open=!1}#M(e){e.currentTarget.contains(e.relatedTarget)||(this._isMenuOpen=!1)}#L(e){let t=e.target;t.closest(".menu")||(this._isMenuOpen=!1),t.closest("[part=retry]")&&this.#f();let i=t.closest("a");i?.hash&&i.origin===location.origin&&this.#e.matches&&(this.open=!1)}async#E(e){e.preventDefault();let t=this.#a.value.trim();if(!t||this._talk.isBusy||!this._talk.isOpen&&!await this._talk.begin())return;let i=this.#a.value.trim();this.#g(i.startsWith(t)?i.slice(t.length).trimStart():i),this._isHelpOpen=!1,this._talk.say(t)}#T(e){e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&this.#E(e)}#g(e){this.#a.value=e,this._length=e.length}takeBack(e){let t=!this.#a.value;return t&&this.#g(e),t}async#j(){this._isHelpOpen=!0,await this.updateComplete,this.#t("help-panel").querySelector("a")?.focus()}async#R(){this._talk.begin(),await this.updateComplete,this.#f()}async#U(){try{await navigator.clipboard.writeText(this._talk.transcript),this.#b(a.copied)}catch{this.#b(a.notCopied)}}#z(){let e=document.createElement("a");e.href=URL.createObjectURL(new Blob([`${a.fileNote}

${this._talk.transcript}
`],{type:"text/plain;charset=utf-8"})),e.download=a.fileName,e.click(),setTimeout(()=>URL.revokeObjectURL(e.href),1e3),this.#b(a.saved)}#b(e){this._isMenuOpen=!1,this.#t("menu").focus(),this._told=e,clearTimeout(this.#s),this.#s=setTimeout(()=>this._told="",6e3)}async#B(){this._isMenuOpen=!1,this._isConfirming=!0,await this.updateComplete,this.#t("cancel-erase").focus()}async#x(){this._isConfirming=!1,await this.updateComplete,this.#t("menu").focus()}async#D(){if(!this.#p){if(this.#p=!0,await this._talk.erase(),this.#p=!1,!this._talk.isOver)return this._isConfirming?this.#x():void 0;this._isConfirming=!1,this.#g(""),await this.updateComplete,this.#t("restart").focus()}}};function bt({label:s,number:e,url:t}){let i=t.startsWith("https")?"_blank":p;return c`<li><a part="link" href=${t} target=${i} rel="noopener noreferrer"><span>${s}</span><strong>${e}</strong></a></li>`}customElements.get("praktijk-chat")||customElements.define("praktijk-chat",he);})();
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
