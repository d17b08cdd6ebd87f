import { FocusKeeper, focusFirst } from 'c/insightsFocus';

const settled = () => new Promise(process.nextTick);

/** A list of buttons, as the template of a component, and who keeps its focus. */
function mount() {
  const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  root.append(...['first', 'second'].map((id) => Object.assign(document.createElement('button'), { id })));
  const giveOn = jest.fn();
  const button = (id: string) => root.querySelector<HTMLElement>(`#${id}`)!;
  return { root, giveOn, button, keeper: new FocusKeeper(root, giveOn) };
}

describe('c/insightsFocus', () => {
  afterEach(() => document.body.replaceChildren());

  it('gives the focus back to an element that a rendering has moved', async () => {
    const { root, button, keeper, giveOn } = mount();
    button('first').focus();
    await settled();
    root.append(button('first'));
    keeper.keep();
    expect(root.activeElement).toBe(button('first'));
    expect(giveOn).not.toHaveBeenCalled();
  });

  it('asks who follows on an element that is gone', async () => {
    const { button, keeper, giveOn } = mount();
    const gone = button('first');
    gone.focus();
    await settled();
    gone.remove();
    keeper.keep();
    expect(giveOn.mock.calls).toEqual([[gone]]);
  });

  it('leaves alone an element that has kept the focus', () => {
    const { button, keeper, giveOn } = mount();
    button('first').focus();
    button('second').remove();
    keeper.keep();
    expect(giveOn).not.toHaveBeenCalled();
  });

  it('leaves alone a user who has left', async () => {
    const { root, button, keeper, giveOn } = mount();
    const left = button('first');
    left.focus();
    left.blur();
    await settled();
    keeper.keep();
    left.remove();
    keeper.keep();
    expect(root.activeElement).toBeNull();
    expect(giveOn).not.toHaveBeenCalled();
  });

  it('takes no loss for leaving that the browser tells while it renders', () => {
    const { root, button, keeper } = mount();
    button('first').focus();
    button('first').blur();
    keeper.keep();
    expect(root.activeElement).toBe(button('first'));
  });

  it('wants nothing before anything had the focus', () => {
    const { keeper, giveOn } = mount();
    keeper.keep();
    expect(giveOn).not.toHaveBeenCalled();
  });

  it('puts the focus on the best place that is there', () => {
    const { root, button } = mount();
    button('first').dataset.id = 'heading';
    focusFirst(root, 'action', 'heading');
    expect(root.activeElement).toBe(button('first'));
    button('second').dataset.id = 'action';
    focusFirst(root, 'action', 'heading');
    expect(root.activeElement).toBe(button('second'));
    focusFirst(root, 'nothing');
    expect(root.activeElement).toBe(button('second'));
  });
});
